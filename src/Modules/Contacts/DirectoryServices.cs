using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Features;
using Noroshi.Contacts.Store;
using Noroshi.Contacts.Ui;
using Noroshi.Contacts.Ui.Profile;
using Noroshi.Contracts;
using Noroshi.Federation;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Contacts;

/// <summary>The services of the directory and its communication checks, one line a feature.</summary>
internal static class DirectoryServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => Holidays.Read(provider.GetRequiredService<ReferenceTables>()));
        services.AddSingleton<ContactRecords>();
        services.AddSingleton<CheckRecords>();
        services.AddSingleton<AskedRecords>();
        services.AddSingleton<ContactDirectory>();
        services.AddSingleton<KeepContacts>();
        services.AddSingleton<KeepPeerEntries>();
        services.AddSingleton<IMessageReceiver, PeerEntriesReceiver>();
        services.AddSingleton<AskWho>();
        services.AddSingleton<ContactSearch>();
        services.AddSingleton<ContactLabels>();
        services.AddSingleton<DefaultOwner>();
        services.AddSingleton<SendCheck>();
        services.AddSingleton<ShowChecks>();
        services.AddSingleton<IMessageReceiver, HearChecks>();
        services.AddSingleton<AnswerCheck>();
        services.AddSingleton<ImportContacts>();
        services.AddSingleton<ExportContacts>();
        services.AddSingleton<ShareContacts>();
        services.AddSingleton<IPaletteSource, ContactPalette>();
        services.AddSingleton<IStateLinks, ContactsOfState>();
        services.AddSingleton<AnswerSentence>();
        services.AddSingleton<IStateProfileSource, ContactProfile>();
        services.AddSingleton<ITodaySource, ContactsToday>();
        services.AddSingleton(new DataKind(ContactRights.DataKind, () => DirectoryNavigation.Say("DataKind")));
        services.AddHostedService<DirectoryAtStart>();
    }
}
