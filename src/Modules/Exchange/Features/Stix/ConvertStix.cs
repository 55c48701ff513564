using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Noroshi.Exchange.Misp;
using Noroshi.Shell;
using Noroshi.Stix;
using Noroshi.Storage;

namespace Noroshi.Exchange.Features;

/// <summary><c>stix convert</c>: between STIX 2.1 and MISP's core format, with a list of what could not be carried.</summary>
internal static class ConvertStix
{
    internal static Command Create(CommandHost host)
    {
        var to = new Option<string>("--to") { Description = "misp: STIX 2.1 to MISP. stix: MISP to STIX 2.1.", Required = true, HelpName = "FORMAT" };
        to.AcceptOnlyFromAmong("misp", "stix");
        var file = new Argument<string>("file") { Description = "A bundle, or what a MISP server or feed hands out (JSON, or gzip of it); - is standard input.", HelpName = "FILE" };
        var json = StixCommand.JsonOption();
        var verb = new Command("convert", "Convert between STIX 2.1 and MISP. Exit codes: 0 nothing is lost, 1 something is, 2 the input is not what it should be.") { to, file, json };
        verb.SetAction((asked, _) => Task.FromResult(Run(host, asked.GetRequiredValue(to), asked.GetRequiredValue(file), asked.GetValue(json))));
        return verb;
    }

    private static int Run(CommandHost host, string to, string file, bool json)
    {
        var outcome = Convert(to, file);
        var losses = outcome.Losses;
        if (json)
        {
            host.Out.WriteLine(JsonSerializer.Serialize(new { to, lost = losses.Lost, losses = losses.Losses, result = outcome.Result }, StixFiles.Json));
        }
        else
        {
            host.Out.WriteLine(outcome.Result.ToJsonString(StixFiles.Json));
            foreach (var loss in losses.Losses.Where(loss => loss.Kind != "server")) host.Error.WriteLine($"{loss.Kind}: {(loss.Pointer.Length == 0 ? "/" : loss.Pointer)}: {loss.Why}");
            host.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{losses.Lost:N0} lost, {losses.Losses.Count(loss => loss.Kind == "beside"):N0} carried beside, {losses.Losses.Count(loss => loss.Kind == "server"):N0} left because they mean something on one server only"));
        }

        return losses.Lost == 0 ? 0 : 1;
    }

    private static StixOutcome Convert(string to, string file)
    {
        using var stream = StixFiles.Open(file);
        try
        {
            return to == "stix" ? MispToStix.Convert(MispReader.Read(stream)) : StixToMisp.Convert(stream);
        }
        catch (Exception problem) when (problem is MispFormatException or StixFormatException or InvalidDataException)
        {
            throw new RefusalException($"{file}: {problem.Message}", RefusalException.Input, problem);
        }
    }
}
