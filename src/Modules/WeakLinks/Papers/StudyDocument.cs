using Noroshi.Shell.Documents;
using Noroshi.WeakLinks.Studies;

namespace Noroshi.WeakLinks.Papers;

/// <summary>The minister's page as a Word document.</summary>
internal static class StudyDocument
{
    internal const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int ChangesShown = 5;

    internal static byte[] Write(RiskStudy study, StudyWords words)
    {
        var document = new WordDocument(study.Title, words["MarkingText"] + (study.Exercise ? " · EXERCISE" : ""), words.Culture);
        document.Title(words.Say("MinisterTitle", study.Title));
        document.Line(words.Say("MinisterLead", words.Viewpoint(study), StudyWords.Time(study.MadeAt)));
        if (study.Exercise) document.Line(words["ExerciseNote"], bold: true);
        document.Line(words["ProposesDecides"], small: true);
        var (verdict, why) = words.Verdict(study.Sensitivity);
        document.Heading(verdict);
        document.Line(why);
        document.Heading(words["Risk"]);
        document.Line($"{words.Money(study.Analysis.Risk.Mean)} {words["UnitYear"]}", bold: true);
        document.Line(words.RiskNote(study), small: true);
        document.Heading(words["TenLinks"]);
        if (study.Weakest.Count == 0) document.Line(words["NoLinks"]);
        else
        {
            document.Table([words["Link"], words["ShareOfRisk"], words["TopTen"], words["Route"]], [26, 20, 14, 40], study.Weakest.Select(link => Row(
                [new WordText(words.Name(link.Id), Bold: true), new WordText($"{words.Owner(link.Owner)} · {words.Kind(link.Sector)}{(words.IdBeside(link.Id) is { } id ? " · " + id : "")}", Small: true)],
                [new WordText(words.Percent(link.Share)), new WordText(words.BetweenShares(link.Low, link.High), Small: true)],
                [new WordText(words.Percent(link.TopTen))],
                [new WordText(words.Route(link.Route), Small: true)])));
        }

        document.Line(words["TenLinksNote"], small: true);
        Plan(document, study, words);
        document.Heading(words["WhatChanges"]);
        document.Table([words["Assumption"], words["OverRange"]], [60, 40], study.Sensitivity.TopFive.Select(moved => Row([new WordText(words.Parameter(moved.Parameter))], [new WordText($"{words.Money(moved.Effect)} {words["UnitYear"]}")])));
        document.Table([words["Assumption"], words["Risk"], words["TenKept"]], [50, 25, 25], study.Sensitivity.Variants.OrderBy(variant => variant.Overlap).Take(ChangesShown).Select(variant =>
            Row([new WordText(words.Variant(variant))], [new WordText(words.Money(variant.Risk.Mean))], [new WordText(words.Percent(variant.Overlap))])));
        document.Line(words["WhatChangesNote"], small: true);
        return document.ToArray();
    }

    /// <summary>The name of the file.</summary>
    internal static string Name(RiskStudy study, string ending) => $"weak-links-{study.Id}.{ending}";

    private static void Plan(WordDocument document, RiskStudy study, StudyWords words)
    {
        document.Heading(words["Funded"]);
        if (study.Allocation is not { } plan)
        {
            document.Line(words["NoPlan"]);
            return;
        }

        var (price, unit, tied) = words.Tied(plan);
        document.Line($"{words["Removed"]}: {words.Money(plan.Removed.Mean)} {words["UnitYear"]} ({words.Between(plan.Removed.Low, plan.Removed.High)})", bold: true);
        document.Line($"{words["PerMillion"]}: {(plan.RemovedPerMillion is { } per ? words.Money(per) : words["Unknown"])} · {words.Say("PerMillionNote", words.Money(plan.Cost), words.Money(plan.Budget))}");
        document.Line($"{words["TiedPrice"]}: {price} {unit} · {tied}");
        Projects(document, study, words, chosen: true);
        document.Line(words.Bound(plan), small: true);
        if (words.Learnt(plan) is { } learnt) document.Line(learnt, small: true);
        if (words.LookTwice(plan) is { } twice) document.Line(twice, bold: true);
        document.Heading(words["Cut"]);
        Projects(document, study, words, chosen: false);
        document.Line(words["ProjectsNote"], small: true);
    }

    private static void Projects(WordDocument document, RiskStudy study, StudyWords words, bool chosen)
    {
        var projects = study.Projects.Where(project => project.Chosen == chosen).ToList();
        if (projects.Count == 0)
        {
            document.Line(words[chosen ? "NothingFunded" : "NothingCut"]);
            return;
        }

        document.Table([words["Project"], words["Cost"], words["Recipients"], words["Tied"], words["Chosen"], words["Yield"]], [24, 12, 22, 12, 14, 16], projects.Select(project => Row(
            [new WordText(words.Name(project.Id), Bold: true), new WordText(words.IdBeside(project.Id) ?? "", Small: true)],
            [new WordText(words.Money(project.Cost))],
            [new WordText(words.Owners(project.Recipients))],
            [new WordText(words.PercentOrUnknown(project.Tied))],
            [new WordText(words.Percent(study.Allocation!.SelectionFrequency[project.Id]))],
            [new WordText(study.Allocation.Yields[project.Id] is { } yield ? words.Money(yield) : "–")])));
    }

    private static IReadOnlyList<WordText>[] Row(params IReadOnlyList<WordText>[] cells) => cells;
}
