using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Node.Demo;

/// <summary><c>noroshi demo</c>: a node full of invented traffic, marked EXERCISE, to look at and to click through.</summary>
internal static class DemoCommand
{
    private const int DefaultPort = 5080;

    internal static Command Create(CommandHost host)
    {
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 takes a free one.", HelpName = "PORT", DefaultValueFactory = _ => DefaultPort };
        var data = new Option<string?>("--data") { Description = "Folder of the exercise; kept for the next time.", HelpName = "DIR" };
        var once = new Option<bool>("--once") { Description = "Run the story against the started node without a browser, and end." };
        var partner = new Option<bool>("--partner") { Description = "Be the second node of the exercise; ends when standard input ends.", Hidden = true };
        var json = new Option<bool>("--json") { Description = "Write the result as one JSON object." };
        var verb = new Command("demo", "Start two nodes of two states, peered, full of invented traffic, marked EXERCISE, and say who can sign in as what.") { port, data, once, partner, json };
        verb.SetAction((asked, cancel) => asked.GetValue(partner)
            ? PartnerAsync(host, asked.GetValue(data) ?? DemoFolder.Default(), asked.GetValue(port), cancel)
            : asked.GetValue(once)
            ? OnceAsync(host, asked.GetValue(data), asked.GetValue(json), cancel)
            : ServeAsync(host, asked.GetValue(data) ?? DemoFolder.Default(), asked.GetValue(port), asked.GetValue(json), cancel));
        return verb;
    }

    private static async Task<int> ServeAsync(CommandHost host, string folder, int port, bool json, CancellationToken cancel)
    {
        if (port is < 0 or > 65_535) throw new RefusalException($"{port} is not a port; use 0 to 65535.", RefusalException.Input);
        await using var node = await DemoNode.StartAsync(DemoFolder.Prepare(folder), port, host.ReferenceData, cancel);
        var outcome = await node.StageAsync(what => host.Error.WriteLine($"noroshi: {what}"), cancel);
        await host.Error.WriteLineAsync("noroshi: starting the second node and peering");
        await using var partner = await DemoPartner.StartAsync(folder, port == 0 ? 0 : port + 1, host.ReferenceData, cancel);
        await DemoPeering.EnsureAsync(node, partner, cancel);
        await host.Out.WriteLineAsync(json ? Json(node, partner, folder, outcome) : Text(node, partner, folder, outcome));
        await host.Out.FlushAsync(cancel);
        await node.WaitAsync(cancel);
        return 0;
    }

    private static async Task<int> OnceAsync(CommandHost host, string? data, bool json, CancellationToken cancel)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("noroshi-demo-").FullName;
        try
        {
            var story = new DemoStory(json ? null : line => host.Out.WriteLine(line));
            await story.RunAsync(folder, host.ReferenceData, cancel);
            if (json)
            {
                await host.Out.WriteLineAsync(JsonSerializer.Serialize(new
                {
                    steps = story.Steps.Select(step => new { name = step.Name, ok = step.Ok, seconds = Math.Round(step.Seconds, 3), said = step.Said }),
                }));
            }

            return story.Steps.All(step => step.Ok) ? 0 : 1;
        }
        finally
        {
            if (data is null) Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> PartnerAsync(CommandHost host, string folder, int port, CancellationToken cancel)
    {
        await using var node = await DemoNode.StartAsync(DemoFolder.Prepare(folder), port, host.ReferenceData, cancel, DemoPartner.State);
        await node.StageAsync(module => module.Name == "contacts", _ => { }, cancel);
        await host.Out.WriteLineAsync(JsonSerializer.Serialize(new { url = node.Address.ToString(), peerUrl = node.PeerUrl, people = node.Passwords.Select(pair => new { name = pair.Key, password = pair.Value }) }));
        await host.Out.FlushAsync(cancel);
        while (await Console.In.ReadLineAsync(cancel) is not null)
        {
            // Nothing is said to it; the end of its input is the end of the exercise.
        }

        await node.StopAsync(CancellationToken.None);
        return 0;
    }

    private static string Json(DemoNode node, DemoPartner partner, string folder, ExerciseOutcome outcome) => JsonSerializer.Serialize(new
    {
        exercise = true,
        url = node.Address.ToString(),
        data = Path.GetFullPath(folder),
        added = outcome.Added,
        already_here = outcome.Here,
        rejected = outcome.Rejected,
        partner = new { state = DemoPartner.State, url = partner.Address.ToString(), people = DemoCast.People.Select(person => new { name = person.Name, password = partner.Passwords[person.Name] }) },
        people = DemoCast.People.Select(person => new { name = person.Name, password = node.Passwords[person.Name], role = person.Role.ToString(), organisation = person.Organisation }),
    });

    private static string Text(DemoNode node, DemoPartner partner, string folder, ExerciseOutcome outcome)
    {
        var lines = new List<string>
        {
            string.Empty,
            "EXERCISE / 演習 — everything here is invented.",
            string.Create(CultureInfo.InvariantCulture, $"{outcome.Added:N0} records imported, {outcome.Here:N0} were here already, {outcome.Rejected:N0} refused as the exercise means them to be."),
            string.Empty,
            $"Open {node.Address} and sign in:",
            string.Empty,
        };
        lines.AddRange(DemoCast.People.Select(person => $"  {person.Name,-15} {node.Passwords[person.Name],-34} {person.Role} ({person.Organisation})"));
        lines.AddRange([string.Empty, $"The other state ({DemoPartner.State}), peered with this one: open {partner.Address} and sign in with the same names:", string.Empty]);
        lines.AddRange(DemoCast.People.Select(person => $"  {person.Name,-15} {partner.Passwords[person.Name]}"));
        lines.AddRange([string.Empty, $"Kept in {Path.GetFullPath(folder)}. Stop with Ctrl-C."]);
        return string.Join(Environment.NewLine, lines);
    }
}
