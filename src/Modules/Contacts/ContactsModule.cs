using System.CommandLine;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Features;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Contacts;

/// <summary>Who to call now in another state, whether they answer, and the hotline between two states.</summary>
public sealed class ContactsModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "contacts";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needs => ["federation"];

    /// <inheritdoc/>
    public override Assembly? MigrationsAssembly => typeof(ContactsModule).Assembly;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ControlVerb> ControlVerbs { get; } = DirectoryVerbs.All;

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, NodeOptions options) => DirectoryServices.Add(services);

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [ContactsCommand.Create(host)];
}
