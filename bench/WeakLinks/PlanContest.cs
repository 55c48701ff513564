using System.Diagnostics;
using System.Globalization;
using System.Text;
using Noroshi.WeakLinks.Domain;

namespace Noroshi.Bench;

/// <summary>Five hundred projects for one budget, with tied money and groups, beside CBC on the same program.</summary>
internal sealed class PlanContest
{
    private const double TiedMost = 0.4;

    private readonly RouteCover _cover;
    private readonly List<Project> _projects = [];
    private readonly double _budget;

    internal PlanContest(int projects)
    {
        var random = new Random(7);
        for (var number = 0; number < projects; number++)
        {
            _projects.Add(new Project(
                string.Create(CultureInfo.InvariantCulture, $"p{number}"), Math.Round(0.2 + (5 * random.NextDouble()), 2), [], 0.5, null, null, random.Next(2), "", "",
                random.Next(4) == 0 ? string.Create(CultureInfo.InvariantCulture, $"g{random.Next(projects / 10)}") : "", null, "", []));
        }

        // A route for each project: then the surrogate is linear, and the program of CBC is the same.
        _cover = new RouteCover([.. _projects.Select(project => project.Cost * (0.5 + random.NextDouble()))], [.. _projects.Select(project => project.Effect)], [.. Enumerable.Range(0, projects).Select(number => new[] { number })]);
        _budget = Math.Round(_projects.Sum(project => project.Cost) / 5, 2);
    }

    internal (Choice Choice, double Seconds) Ours()
    {
        var rules = new AllocationRules(_projects, _budget, TiedMost);
        var before = Stopwatch.GetTimestamp();
        var choice = Allocation.Best(_cover, rules, CancellationToken.None);
        return (choice, Stopwatch.GetElapsedTime(before).TotalSeconds);
    }

    /// <summary>Objective and seconds of CBC, or null where it is not installed.</summary>
    internal (double Objective, double Seconds)? Cbc(string folder)
    {
        var (program, solution) = (Path.Combine(folder, "plan.lp"), Path.Combine(folder, "plan.sol"));
        File.WriteAllText(program, Program());
        try
        {
            var before = Stopwatch.GetTimestamp();
            using var solver = Process.Start(new ProcessStartInfo("cbc", [program, "solve", "solu", solution]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            _ = solver.StandardOutput.ReadToEnd();
            solver.WaitForExit();
            var seconds = Stopwatch.GetElapsedTime(before).TotalSeconds;
            var chosen = File.ReadLines(solution).Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(cells => cells.Length >= 3 && double.Parse(cells[2], CultureInfo.InvariantCulture) > 0.5).Select(cells => int.Parse(cells[1].AsSpan(1), CultureInfo.InvariantCulture));
            return (_cover.Of(chosen), seconds);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private string Program()
    {
        var text = new StringBuilder("Maximize\n obj: ");
        Sum(number => _cover.Weights[number] * 0.5);
        text.Append("Subject To\n budget: ");
        Sum(number => _projects[number].Cost);
        text.Insert(text.Length - 1, string.Create(CultureInfo.InvariantCulture, $" <= {_budget}"));
        text.Append(" tied: ");
        Sum(number => ((_projects[number].Tied ?? 0) - TiedMost) * _projects[number].Cost);
        text.Insert(text.Length - 1, " <= 0");
        foreach (var group in _projects.Where(project => project.Group.Length > 0).GroupBy(project => project.Group, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $" {group.Key}: {string.Join(" + ", group.Select(project => project.Id))} <= 1\n");
        return text.Append("Binary\n ").AppendJoin("\n ", _projects.Select(project => project.Id)).Append("\nEnd\n").ToString();

        void Sum(Func<int, double> factor)
        {
            for (var number = 0; number < _projects.Count; number++) text.Append(CultureInfo.InvariantCulture, $"{(factor(number) < 0 ? "-" : "+")} {Math.Abs(factor(number)):0.##########} {_projects[number].Id}{(number % 8 == 7 ? "\n  " : " ")}");
            text.Append('\n');
        }
    }
}
