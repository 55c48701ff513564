using System.CommandLine;
using System.Text.Json;
using Noroshi.Node.Control;
using Noroshi.Node.Doctor;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Node.Cli;

/// <summary><c>noroshi doctor</c>: looks at everything a node needs, says what it found and what to do; changes nothing.</summary>
internal static class DoctorCommand
{
    internal static Command Create(CommandHost host)
    {
        var folder = new FolderOptions();
        var urls = new Option<string>("--urls") { Description = "Addresses the node is to listen on.", HelpName = "URLS", DefaultValueFactory = _ => ServeOptions.DefaultUrls };
        var json = new Option<bool>("--json") { Description = "Print the findings as JSON." };
        var verb = new Command("doctor", "Check configuration, stores, clock, disk, and say what to do.") { urls, json };
        folder.AddTo(verb);
        verb.SetAction(async (asked, cancel) =>
        {
            var findings = await ExamineAsync(folder.Read(asked, host), asked.GetRequiredValue(urls), cancel);
            var healthy = findings.All(finding => finding.Status != "fail");
            if (asked.GetValue(json))
            {
                await host.Out.WriteLineAsync(JsonSerializer.Serialize(new { ok = healthy, checks = findings }, JsonSerializerOptions.Web));
            }
            else
            {
                foreach (var finding in findings)
                {
                    await host.Out.WriteLineAsync($"{finding.Status,-4}  {finding.Check}: {finding.What}");
                    if (finding.Remedy is not null)
                        await host.Out.WriteLineAsync($"      → {finding.Remedy}");
                }
            }
            return healthy ? 0 : 1;
        });
        return verb;
    }

    private static async Task<IReadOnlyList<Finding>> ExamineAsync(NodeOptions options, string urls, CancellationToken cancel)
    {
        using var node = await ControlClient.FindAsync(options.DataDirectory, cancel);
        return
        [
            FolderChecks.Folder(options),
            FolderChecks.Settings(options),
            .. await StoreChecks.RunAsync(options, node, cancel),
            MachineChecks.Clock(options, TimeProvider.System),
            MachineChecks.Disk(options),
            MachineChecks.Port(urls, node is not null),
            MachineChecks.Languages(),
            FolderChecks.ReferenceData(options),
        ];
    }
}
