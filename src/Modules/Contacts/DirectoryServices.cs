using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Features;
using Noroshi.Contacts.Store;
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
        services.AddSingleton<ContactDirectory>();
        services.AddSingleton<KeepContacts>();
        services.AddSingleton<KeepPeerEntries>();
        services.AddSingleton<AskWho>();
    }
}
