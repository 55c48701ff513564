using System.CommandLine;
using Noroshi.Shell;
using Noroshi.WeakLinks.Features;

namespace Noroshi.WeakLinks;

/// <summary>Where the chain breaks, and what mending is worth. So far its verbs over files; a room without pages stands in no navigation.</summary>
public sealed class WeakLinksModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "weaklinks";

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [WeakLinksCommand.Create(host)];
}
