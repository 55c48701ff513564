using System.CommandLine;
using Noroshi.Shell;

namespace Noroshi.Observatory.Features;

/// <summary><c>observe report</c>: the overview's figures of a data folder.</summary>
internal static class ReportCommand
{
    internal static Command Create(CommandHost host)
    {
        var data = ObserveCommand.DataOption();
        var json = ObserveCommand.JsonOption();
        var filter = new FilterOptions();
        var top = new Option<int>("--top") { Description = "Lines of each table.", DefaultValueFactory = _ => 10, HelpName = "N" };
        top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 10_000) result.AddError("--top must be between 1 and 10000.");
        });
        var command = new Command("report", "The overview's figures: totals, series by origin and target, the top with its change of rank.") { data, top, json };
        filter.AddTo(command);
        command.SetAction((parsed, cancel) => HeldObservations.UseAsync(
            parsed.GetValue(data)!,
            async store =>
            {
                var figures = await Figures.ReadAsync(store, await filter.ReadAsync(parsed, store, cancel).ConfigureAwait(false), parsed.GetValue(top), cancel).ConfigureAwait(false);
                if (parsed.GetValue(json)) FiguresJson.Write(host.Out, figures);
                else FiguresTables.Write(host.Out, figures);
            },
            cancel));
        return command;
    }
}
