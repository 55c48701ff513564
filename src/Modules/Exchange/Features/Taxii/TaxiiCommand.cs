using System.CommandLine;
using Noroshi.Exchange.Taxii;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Exchange.Features;

/// <summary>The parent of the verbs that exchange objects with TAXII servers of others.</summary>
internal static class TaxiiCommand
{
    internal static Command Create(CommandHost host) => new("taxii", "Fetch from and send to TAXII 2.1 servers of others. Exit codes: 0 done, 1 not (the other server refused or was not reached), 2 misuse.")
    {
        PullVerb.Create(host),
        PushVerb.Create(host),
    };

    /// <summary><c>URL</c>.</summary>
    internal static Argument<string> Url() => new("url") { Description = "Address of the API root, or of discovery, for example https://taxii.example.org/taxii2/main/.", HelpName = "URL" };

    /// <summary><c>--collection</c>.</summary>
    internal static Option<string> Collection() => new("--collection") { Description = "Identifier of the collection on that server.", HelpName = "ID", Required = true };

    /// <summary><c>--token</c>; from the environment it is not seen in the list of processes.</summary>
    internal static Option<string?> Token() => new("--token")
    {
        Description = "Bearer token, or name:secret for Basic (environment: NOROSHI_TAXII_TOKEN).",
        HelpName = "TOKEN",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("NOROSHI_TAXII_TOKEN"),
    };

    /// <summary>The token, or a refusal where there is none.</summary>
    internal static string Given(string? token) => token is { Length: > 0 } ? token : throw new RefusalException("No token. Give --token, or set NOROSHI_TAXII_TOKEN.", RefusalException.Input);

    /// <summary>Says an outcome.</summary>
    internal static int Say(CommandHost host, PullOutcome outcome, bool json, string verb)
    {
        if (json) host.Out.WriteLine(System.Text.Json.JsonSerializer.Serialize(outcome, ReadableJson.Options));
        else host.Out.WriteLine(FormattableString.Invariant($"{verb}: {outcome.Taken:N0} objects in {outcome.Pages:N0} requests, {outcome.Rejected:N0} refused, {outcome.Withheld:N0} withheld by the release rules; collection {outcome.Collection}"));
        if (outcome.Problem is null) return 0;
        host.Error.WriteLine(outcome.Problem);
        return 1;
    }
}
