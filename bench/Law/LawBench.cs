using System.Diagnostics;
using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Law.Domain;
using Noroshi.Law.Reading;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Bench;

/// <summary>The legal-basis engine: every ordered pair of members of the United Nations times every measure, and one warm question.</summary>
internal static class LawBench
{
    private const int Rounds = 5;
    private const int Warm = 20_000;
    private const double PairsBar = 2.0;
    private const double QuestionBar = 50.0;

    /// <summary>Prints figures and bars; 0 when all hold.</summary>
    public static int Run(string root, TextWriter output)
    {
        var tables = ReferenceTables.Read(Path.Combine(root, "data"));
        var book = LawBookReader.Read(tables);
        var started = Stopwatch.GetTimestamp();
        var rules = LegalRules.Compile(book);
        var compiled = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var states = new StateIndex(tables.Rows("states").Select(row => row.State("alpha2")));
        var members = tables.Rows("un-members").Select(row => row.State("state")).ToArray();
        var register = new TreatyRegister(book);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => AllPairs(new LegalEngine(rules, register, states), members)).ToList();
        var wall = Median(rounds.Select(round => round.Wall));
        var cpu = Median(rounds.Select(round => round.Cpu));
        var engine = new LegalEngine(rules, register, states);
        var question = new Question(CountryCode.Parse("JP"), CountryCode.Parse("US"), new DateOnly(2026, 1, 15), Measure.Find("PRESERVE")!) { Offence = "illegal-access" };
        var decided = Microseconds(() => _ = engine.Ask(question).Decision);
        var written = Microseconds(() => _ = engine.Ask(question).Lines.Bases.Count);
        output.WriteLine(BenchMachine.Describe());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rules compiled: {compiled:0} ms, {book.Rules.Count} rules, {rules.Atoms.Atoms.Count} different questions"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rounds[0].Asked:N0} questions ({members.Length} members, {Measure.All.Count} measures) on two cores: {wall:0.00} s by the clock, {cpu / 2:0.00} s of CPU a core, {rounds[0].Bases:N0} bases; bar 2.00 s: {Judge(wall <= PairsBar)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one warm question decided: {decided:0.0} µs of CPU; bar 50 µs: {Judge(decided <= QuestionBar)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the same put into lines, with its reasons: {written:0.0} µs of CPU; bar 50 µs: {Judge(written <= QuestionBar)}"));
        return wall <= PairsBar && decided <= QuestionBar && written <= QuestionBar ? 0 : 1;
    }

    // The register of the day is made inside: a new engine knows no day yet.
    private static (double Wall, double Cpu, long Asked, long Bases) AllPairs(LegalEngine engine, CountryCode[] members)
    {
        long asked = 0, bases = 0;
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        var day = engine.OnDay(new DateOnly(2026, 1, 15), null);
        foreach (var measure in Measure.All)
        {
            var plan = engine.Rules.PlanOf(measure);
            var facts = new CaseAnswers(engine.Rules, plan, new Question(members[0], members[1], day.Register.Day, measure) { Offence = "illegal-access" });
            Parallel.For(0, members.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, from =>
            {
                long found = 0;
                foreach (var to in members)
                {
                    if (to != members[from]) found += Decide.On(plan, facts, day.Between(members[from], to)).Bases;
                }

                Interlocked.Add(ref bases, found);
                Interlocked.Add(ref asked, members.Length - 1);
            });
        }

        return (Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, asked, bases);
    }

    private static double Microseconds(Action ask)
    {
        // Warm means compiled for good: the first second or so is spent on measuring what to compile how.
        for (var i = 0; i < 2 * Warm; i++) ask();
        return Median(Enumerable.Range(0, Rounds).Select(_ =>
        {
            // CPU time and not the clock: what else runs on the machine is not the engine's doing.
            var before = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < Warm; i++) ask();
            return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / Warm;
        }));
    }

    private static double Median(IEnumerable<double> figures) => figures.Order().ElementAt(Rounds / 2);

    private static string Judge(bool holds) => holds ? "holds" : "MISSED";
}
