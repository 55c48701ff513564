using System.CommandLine;
using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Api;
using Noroshi.Contacts.Exercise;
using Noroshi.Contacts.Features;
using Noroshi.Contacts.Hotline;
using Noroshi.Contacts.Ui;
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
    public override IReadOnlyList<NavigationEntry> Navigation { get; } =
        [.. DirectoryNavigation.Entries(), new("/hotline", () => HotlineLabels.Text("Title"), HotlineRights.Readers, 410)];

    /// <inheritdoc/>
    public override Type? ActNames => typeof(ActNames);

    /// <inheritdoc/>
    public override Type? LayoutPart => typeof(HotlineBar);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ControlVerb> ControlVerbs { get; } =
        DirectoryVerbs.All.Concat(HotlineVerbs.All).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, NodeOptions options)
    {
        DirectoryServices.Add(services);
        HotlineServices.Add(services);
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder api)
    {
        DirectoryApi.Map(api);
        HotlineApi.Map(api);
    }

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [ContactsCommand.Create(host), HotlineCommand.Create(host)];

    /// <inheritdoc/>
    public override Task<ExerciseOutcome> StageExerciseAsync(ExerciseStage stage, CancellationToken cancel) => StageContacts.RunAsync(stage, cancel);
}
