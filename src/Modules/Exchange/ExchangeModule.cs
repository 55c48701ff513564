using System.CommandLine;
using Noroshi.Exchange.Features;
using Noroshi.Shell;

namespace Noroshi.Exchange;

/// <summary>Indicators in and out. So far its verbs over files; a room without pages stands in no navigation.</summary>
public sealed class ExchangeModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "exchange";

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [StixCommand.Create(host)];
}
