using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.WeakLinks.Asking;
using Noroshi.WeakLinks.Recorded;

namespace Noroshi.WeakLinks.Studies;

/// <summary>Takes an order from a page: the files are read at once, so that whoever sent them hears what is wrong; the study is made later.</summary>
internal sealed class OrderStudy(OrderFolder orders, StudyQueue queue, AskRecords records, IAuditLog audit, TimeProvider clock)
{
    internal const string OrderAct = "weaklinks.study.order";

    /// <summary>The largest file that is taken on a page; larger ones are for the command line.</summary>
    internal const long MostBytes = 16 << 20;

    internal const int LongestTitle = 120;

    internal static readonly long[] WorldCounts = [2_000, 10_000, 50_000];

    /// <summary>What may be given, the first four always.</summary>
    internal static readonly string[] Roles = ["nodes", "edges", "values", "scenarios", "projects", "limits", "pivotality"];

    /// <summary>Takes the order; its id, which becomes that of the study.</summary>
    /// <exception cref="RefusalException">Something that was filled in, or a file, is wrong; nothing is kept.</exception>
    internal async Task<string> TakeAsync(OrderForm form, ClaimsPrincipal person, CancellationToken cancel)
    {
        if (orders.Waiting().Count >= OrderFolder.MostWaiting) throw Refuse($"{OrderFolder.MostWaiting} studies wait already. Try again once some of them are made.");
        var (title, plan) = (Title(form.Title), Plan(form));
        foreach (var role in Roles.Take(4)) if (!form.Files.ContainsKey(role)) throw Refuse($"The file of {role} is missing. Give it.");
        var now = clock.GetUtcNow();
        var id = StudyStore.NewId(now);
        var folder = orders.Begin(id);
        try
        {
            List<StudyOrder.Sheet> sheets = [];
            foreach (var role in Roles) if (form.Files.TryGetValue(role, out var file)) sheets.Add(await KeepAsync(role, file, folder, cancel));
            var actor = Actor.Of(person);
            var order = new StudyOrder(
                id, title, form.Exercise, now, actor.Id, actor.Organisation, person.DisplayName(), form.Viewpoint.Trim() is { Length: > 0 } viewpoint ? viewpoint : null, form.Susceptibility,
                Worlds(form.Worlds), Seed(form.Seed), plan, sheets, null, null);
            order = await ReadAsync(order, folder, person, cancel);
            orders.Finish(order);
            await audit.RecordAsync(new AuditEvent(now, OrderAct, actor.Id, actor.Organisation, "weaklinks-study:" + id, true, new Dictionary<string, string> { ["title"] = title }), cancel);
            queue.Wake();
            return id;
        }
        catch (RefusalException problem)
        {
            // The reader knows the name of the file, not where this node put it.
            throw new RefusalException(problem.Message.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), problem.ExitCode, problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException("The node cannot keep the files: its disk is full, or its folder may not be written. Nothing was kept. Tell whoever runs it.", inner: problem);
        }
        finally
        {
            orders.GiveUp(id);
        }
    }

    /// <summary>The model and the plan of an order, read from a folder; the desk answers what the records are asked.</summary>
    internal static async Task<(Features.ModelRequest Request, Domain.AllocationAsk? Plan)> ReadAsync(StudyOrder order, string folder, FigureDesk model, FigureDesk plan, CancellationToken cancel)
    {
        var at = order.Sheets.ToDictionary(sheet => sheet.Role, sheet => Path.Combine(folder, sheet.Kept), StringComparer.Ordinal);
        var request = await ReadModel.RunAsync(
            new ModelAsk(at["nodes"], at["edges"], at["values"])
            {
                Scenarios = at["scenarios"],
                Viewpoint = order.Viewpoint,
                Susceptibility = order.Susceptibility,
                Worlds = order.Worlds,
                Seed = order.Seed,
                Threads = Math.Max(1, Environment.ProcessorCount - 1),
            },
            model,
            cancel);
        if (order.Plan is not { } money) return (request, null);
        var ask = new PlanAsk(at["projects"], money.Budget)
        {
            TiedMost = money.TiedMost,
            Weights = money.Weights,
            Pivotality = at.GetValueOrDefault("pivotality"),
            Limits = at.GetValueOrDefault("limits"),
            By = money.By,
            Learnt = money.Learnt,
        };
        return (request, await ReadPlan.RunAsync(ask, request, plan, cancel));
    }

    private async Task<StudyOrder> ReadAsync(StudyOrder order, string folder, ClaimsPrincipal person, CancellationToken cancel)
    {
        var (ofModel, ofPlan) = ((FiguresFound?)null, (FiguresFound?)null);
        await ReadAsync(
            order, folder,
            async (asked, stop) => ofModel = await records.FindAsync(asked, person, stop),
            async (asked, stop) => ofPlan = await records.FindAsync(asked, person, stop),
            cancel);
        return order with { ModelFigures = ofModel, PlanFigures = ofPlan };
    }

    private static async Task<StudyOrder.Sheet> KeepAsync(string role, IFormFile file, string folder, CancellationToken cancel)
    {
        if (file.Length > MostBytes) throw Refuse($"The file of {role} has {file.Length:N0} bytes; {MostBytes:N0} are the most that is taken here. Use ./noroshi weaklinks study for larger ones.");
        var json = file.FileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        var kept = role + (json ? ".json" : ".csv");
        await using var into = new FileStream(Path.Combine(folder, kept), FileMode.CreateNew, FileAccess.Write);
        await file.CopyToAsync(into, cancel);
        return new StudyOrder.Sheet(role, Shown(file.FileName) is { Length: > 0 } name ? name : kept, kept);
    }

    private static StudyOrder.Money? Plan(OrderForm form)
    {
        var (projects, budget) = (form.Files.ContainsKey("projects"), Number(form.Budget, "budget"));
        if (projects != budget is not null) throw Refuse("Projects and a budget belong together. Give both, or neither.");
        return budget is not { } money ? null : new StudyOrder.Money(money, Number(form.TiedMost, "tied share") / 100, form.Weights.Trim() is { Length: > 0 } weights ? weights : null, form.By, form.Learnt);
    }

    private static string Title(string text)
    {
        var title = text.Trim();
        return title.Length is > 0 and <= LongestTitle && !title.Any(char.IsControl) ? title : throw Refuse($"The title has {title.Length} characters. Give from 1 to {LongestTitle}, without control characters.");
    }

    private static long Worlds(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var worlds) && WorldCounts.Contains(worlds)
        ? worlds : throw Refuse($"The number of worlds is not one of {string.Join(", ", WorldCounts)}.");

    private static ulong Seed(string text) => ulong.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : throw Refuse("The seed is no whole number of 0 or more. Give one; 1 is usual.");

    private static double? Number(string text, string what)
    {
        if (text.Trim() is not { Length: > 0 } given) return null;
        return double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Refuse($"The {what} is '{(given.Length > 40 ? given[..40] + "…" : given)}', which is no number. Use a point for decimals and no separators.");
    }

    private static string Shown(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return new string([.. last.Where(letter => !char.IsControl(letter)).Take(100)]).Trim();
    }

    private static RefusalException Refuse(string message) => new(message, RefusalException.Input);
}
