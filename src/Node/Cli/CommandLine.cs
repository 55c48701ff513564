using System.CommandLine;
using Noroshi.Shell;
using Noroshi.Shell.ReferenceData;
using Noroshi.Storage;
using Noroshi.Storage.Migrations;

namespace Noroshi.Node.Cli;

/// <summary>The command line of the node: its own verbs and those of the modules.</summary>
internal static class CommandLine
{
    /// <summary>Exit code of an error nobody foresaw (EX_SOFTWARE).</summary>
    private const int Unforeseen = 70;

    /// <summary>Runs one command; what goes wrong in a foreseen way is said in one line, without a stack trace.</summary>
    internal static async Task<int> RunAsync(string[] args, CommandHost host)
    {
        try
        {
            var asked = Root(host).Parse(args);
            if (asked.Errors.Count > 0 && asked.Action is not System.CommandLine.Help.HelpAction)
            {
                foreach (var error in asked.Errors)
                    await host.Error.WriteLineAsync($"noroshi: {error.Message}");
                await host.Error.WriteLineAsync("Try 'noroshi --help', or '--help' after a verb.");
                return RefusalException.Input;
            }
            return await asked.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = host.Out,
                Error = host.Error,
                // A serving node stops by the host's own rules; every other verb is cancelled and given time to clear up.
                ProcessTerminationTimeout = asked.CommandResult.Command.Name is "serve" or "demo" ? null : TimeSpan.FromSeconds(30),
            });
        }
        catch (RefusalException refusal)
        {
            await host.Error.WriteLineAsync($"noroshi: {refusal.Message}");
            return refusal.ExitCode;
        }
        catch (Exception foreseen) when (foreseen is RecordStoreException or MigrationException or IOException or UnauthorizedAccessException)
        {
            await host.Error.WriteLineAsync($"noroshi: {foreseen.Message}");
            return RefusalException.Environment;
        }
        catch (OperationCanceledException)
        {
            await host.Error.WriteLineAsync("noroshi: stopped.");
            return 130;
        }
        catch (Exception unforeseen) when (Environment.GetEnvironmentVariable("NOROSHI_DEBUG") is null)
        {
            await host.Error.WriteLineAsync(
                $"noroshi: this should not happen: {unforeseen.GetType().Name}: {unforeseen.Message} Set NOROSHI_DEBUG=1 to see where, and report it.");
            return Unforeseen;
        }
    }

    internal static RootCommand Root(CommandHost host)
    {
        var root = new RootCommand("Noroshi, the national node for cyber cooperation between states.")
        {
            ServeCommand.Create(host),
            BackupCommand.Create(host),
            RestoreCommand.Create(host),
            DoctorCommand.Create(host),
            Demo.DemoCommand.Create(host),
            DataCommand.Create(host, House.Modules),
        };
        foreach (var module in House.Modules)
        {
            foreach (var verb in module.Commands(host))
                root.Add(verb);
        }
        return root;
    }
}
