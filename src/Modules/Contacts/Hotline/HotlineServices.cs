using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Ui.Hotline;
using Noroshi.Contracts;
using Noroshi.Federation;

namespace Noroshi.Contacts.Hotline;

/// <summary>The services of the hotline, one line a feature.</summary>
internal static class HotlineServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<IHotlineLine, FederatedLine>();
        services.AddSingleton<ConversationRecords>();
        services.AddSingleton<RingRecords>();
        services.AddSingleton<SettingRecords>();
        services.AddSingleton<LineRecords>();
        services.AddSingleton<HotlineBell>();
        services.AddSingleton<HookQueue>();
        services.AddSingleton<RingHook>();
        services.AddSingleton<HotlineLabels>();
        services.AddSingleton<SayOnHotline>();
        services.AddSingleton<AnswerOnHotline>();
        services.AddSingleton<IMessageReceiver, HearFromPeers>();
        services.AddSingleton<FindPeer>();
        services.AddSingleton<ReadHotline>();
        services.AddScoped<Speakers>();
        services.AddSingleton<WhatRings>();
        services.AddSingleton<PhraseBook>();
        services.AddSingleton<ChangeHotline>();
        services.AddSingleton<TranscriptKey>();
        services.AddSingleton<MakeTranscript>();
        services.AddSingleton<TranscriptDocument>();
        services.AddSingleton<ITodaySource, HotlineToday>();
        services.AddSingleton<EscalationClock>();
        services.AddSingleton<LineTests>();
        services.AddHostedService(provider => provider.GetRequiredService<EscalationClock>());
        services.AddHostedService(provider => provider.GetRequiredService<LineTests>());
        services.AddHostedService<HookSender>();
        services.AddHttpClient(RingHook.Client, client => client.Timeout = TimeSpan.FromSeconds(5))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxResponseHeadersLength = 16 });
    }
}
