using System.CommandLine;
using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Hotline;
using Noroshi.Contacts.Ui.Hotline;
using Noroshi.Contacts.Ui.Hotline.Parts;
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
    public override Type? ActNames => typeof(ActNames);

    /// <inheritdoc/>
    public override Type? LayoutPart => typeof(HotlineBar);

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } = [new("/hotline", () => HotlineLabels.Text("Title"), HotlineRights.Readers, 410)];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ControlVerb> ControlVerbs { get; } = HotlineVerbs.All;

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, NodeOptions options) => HotlineServices.Add(services);

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder api) => HotlineApi.Map(api);

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [HotlineCommand.Create(host)];
}
