using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Observatory.Features;

/// <summary><c>observe export</c>: the rows of a view as CSV or Parquet.</summary>
internal static class ExportCommand
{
    internal static Command Create(CommandHost host)
    {
        var data = ObserveCommand.DataOption();
        var json = ObserveCommand.JsonOption();
        var filter = new FilterOptions();
        var format = new Option<string>("--format") { Description = "csv or parquet.", DefaultValueFactory = _ => "csv", HelpName = "NAME" };
        format.AcceptOnlyFromAmong("csv", "parquet");
        var file = new Option<string>("--out") { Description = "File to write.", Required = true, HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Replace the file when it exists." };
        var command = new Command("export", "Write the rows of a view to a file, as CSV or Parquet.") { data, format, file, force, json };
        filter.AddTo(command);
        command.SetAction((parsed, cancel) => HeldObservations.UseAsync(
            parsed.GetValue(data)!,
            async store =>
            {
                var view = await filter.ReadAsync(parsed, store, cancel).ConfigureAwait(false);
                var path = Path.GetFullPath(parsed.GetValue(file)!);
                var name = parsed.GetValue(format)!;
                var rows = await WriteAsync(path, parsed.GetValue(force), target => store.ExportAsync(view, name, target, cancel)).ConfigureAwait(false);
                await host.Out.WriteLineAsync(parsed.GetValue(json)
                    ? JsonSerializer.Serialize(new { rows, path, format = name }, Form)
                    : string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows written to {path}")).ConfigureAwait(false);
            },
            cancel));
        return command;
    }

    private static readonly JsonSerializerOptions Form = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What stands there is only replaced once the new file is whole.
    private static async Task<long> WriteAsync(string path, bool force, Func<string, Task<long>> write)
    {
        if (Directory.Exists(path)) throw new RefusalException($"{path} is a folder. Name a file with --out.", RefusalException.Input);
        if (!File.Exists(path)) return await write(path).ConfigureAwait(false);
        if (!force) throw new RefusalException($"{path} exists already and was left as it is. Choose another name, or give --force to replace it.", RefusalException.Input);
        var beside = $"{path}.{Guid.NewGuid():N}.new";
        var rows = await write(beside).ConfigureAwait(false);
        File.Move(beside, path, overwrite: true);
        return rows;
    }
}
