using System.Globalization;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell;
using Noroshi.Storage;
using Noroshi.Tests.Storage;
using Noroshi.WeakLinks.Exercise;
using Noroshi.WeakLinks.Papers;
using Noroshi.WeakLinks.Studies;
using NSubstitute;

namespace Noroshi.Tests.WeakLinks.Studies;

/// <summary>Studies as they are made and kept: the whole record comes back, damage is refused, and the paper says what the page says.</summary>
public sealed class StudyTests : IDisposable
{
    private static readonly Lazy<RiskStudy> Made = new(() => Make("20260401-080000-00e0e0"));

    private readonly TemporaryFolder _folder = new();

    private StudyStore Store => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    internal static RiskStudy Make(string id)
    {
        var request = ExerciseAlliance.Request(threads: 2) with { Worlds = 1_000 };
        var plan = ExerciseAlliance.Plan(request) with { Draws = 20 };
        return MakeStudy.Run(id, ExerciseAlliance.Title, new DateTimeOffset(2026, 4, 1, 8, 0, 0, TimeSpan.Zero), "EXERCISE", exercise: true, request, plan, [], _ => { }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Study_WhenMade_HoldsEverythingAMinisterAsksFor()
    {
        var study = Made.Value;
        study.Weakest.Count.ShouldBe(10);
        study.Weakest.ShouldAllBe(link => link.TopTen > 0 && link.Low <= link.Share && link.Share <= link.High);
        study.Weakest.Select(link => link.Id).ShouldNotContain("ex-open-internet", "where attempts come from is no link");
        study.Weakest[0].Route.ShouldNotBeNull().ShouldContain(study.Weakest[0].Id);
        study.Range.Low.ShouldBeLessThan(study.Analysis.Risk.Mean);
        study.Range.High.ShouldBeGreaterThan(study.Analysis.Risk.Mean);
        var plan = study.Allocation.ShouldNotBeNull();
        plan.Cost.ShouldBeLessThanOrEqualTo(6);
        plan.Tied.Share!.Value.ShouldBeLessThanOrEqualTo(0.4);
        plan.Tied.Price!.Value.ShouldBeGreaterThanOrEqualTo(0);
        plan.Goals.Select(goal => goal.Goal).ShouldBe(["security", "stability"]);
        plan.Goals.ShouldAllBe(goal => goal.Reached <= goal.Best + 1e-9);
        plan.Limits.Single().Spent.ShouldBeGreaterThanOrEqualTo(1);
        plan.Phases.SelectMany(phase => phase.Projects).Order(StringComparer.Ordinal).ShouldBe(plan.Chosen.Order(StringComparer.Ordinal));
        plan.Worth.WorstTenth.ShouldBeLessThan(plan.Worth.Mean);
        study.Projects.Count(project => project.Chosen).ShouldBe(plan.Chosen.Count);
        study.Sensitivity.Variants.ShouldNotBeEmpty();
    }

    [Fact]
    public void Study_WhenKept_ComesBackWhole()
    {
        Store.Keep(Made.Value).ShouldBeTrue();
        Store.Keep(Made.Value).ShouldBeFalse("a study is never replaced");
        JsonSerializer.Serialize(Store.Find(Made.Value.Id), ReadableJson.Options).ShouldBe(JsonSerializer.Serialize(Made.Value, ReadableJson.Options));
        Store.All().Count.ShouldBe(1);
        Directory.EnumerateFiles(_folder.Path, "*.part", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void Study_WhenAByteOfItsFileChanges_IsRefused()
    {
        Store.Keep(Made.Value);
        var file = Directory.EnumerateFiles(_folder.Path, "*.json", SearchOption.AllDirectories).Single();
        var bytes = File.ReadAllBytes(file);
        foreach (var place in new[] { 0, 63, 64, 65, bytes.Length / 2, bytes.Length - 1 })
        {
            var damaged = (byte[])bytes.Clone();
            damaged[place] ^= 1;
            File.WriteAllBytes(file, damaged);
            Should.Throw<RefusalException>(() => Store.Find(Made.Value.Id)).Message.ShouldContain("damaged");
            Store.All().ShouldBeEmpty();
        }

        File.WriteAllBytes(file, bytes[..^5]);
        Should.Throw<RefusalException>(() => Store.Find(Made.Value.Id)).Message.ShouldContain("damaged");
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("20260401-080000-00e0e0/../x")]
    [InlineData("20260401-080000-00E0E0")]
    [InlineData("")]
    public void Study_WhenItsIdIsNone_IsNotLookedFor(string id)
    {
        Store.Find(id).ShouldBeNull();
        Store.Drop(id).ShouldBeFalse();
        Should.Throw<RefusalException>(() => Store.Keep(Made.Value with { Id = id }));
    }

    [Fact]
    public void Study_WhenDropped_IsGone()
    {
        Store.Keep(Made.Value);
        Store.Drop(Made.Value.Id).ShouldBeTrue();
        Store.Drop(Made.Value.Id).ShouldBeFalse();
        Store.Find(Made.Value.Id).ShouldBeNull();
    }

    [Theory]
    [InlineData("en", "Ten weak links", "Proposed projects", "What would change the answer", "Price of the tied-aid rule")]
    [InlineData("ja", "弱い環（上位十）", "実施を提案する事業", "答えを変えるもの", "タイド条件の代償")]
    public void Paper_WhenWritten_SaysWhatThePageSays(string language, params string[] said)
    {
        var names = Substitute.For<IStateNames>();
        names.Codes.Returns([CountryCode.Parse("JP"), CountryCode.Parse("PH")]);
        names.NameOf(Arg.Any<CountryCode>(), Arg.Any<CultureInfo>()).Returns(call => "State " + call.Arg<CountryCode>());
        using var memory = new MemoryStream(StudyDocument.Write(Made.Value, new StudyWords(names, CultureInfo.GetCultureInfo(language))));
        using var document = WordprocessingDocument.Open(memory, isEditable: false);
        var text = document.MainDocumentPart!.Document.InnerText;
        foreach (var word in said) text.ShouldContain(word);
        foreach (var project in Made.Value.Projects) text.ShouldContain(project.Id);
        foreach (var link in Made.Value.Weakest) text.ShouldContain(link.Id);
        text.ShouldNotContain("Kind_");
        document.MainDocumentPart.HeaderParts.Single().Header.InnerText.ShouldContain("EXERCISE");
    }

    [Theory]
    [InlineData(0.0099, ShareBand.Little)]
    [InlineData(0.01, ShareBand.Some)]
    [InlineData(0.05, ShareBand.Much)]
    [InlineData(0.2, ShareBand.Most)]
    internal void Share_WhenPutIntoABand_LiesInIt(double share, ShareBand band) => ShareBands.Of(share).ShouldBe(band);

    [Fact]
    public void File_WhenNamed_IsKnownByItsDigest()
    {
        var path = _folder.File("n.csv");
        File.WriteAllText(path, "id,m\na,0.5\nb,0.6", Encoding.UTF8);
        var input = StudyFile.Read([("nodes", path)]).Single();
        (input.Role, input.Name, input.Rows, input.Sha256.Length).ShouldBe(("nodes", "n.csv", 2, 64));
        Should.Throw<RefusalException>(() => StudyFile.Read([("nodes", path + ".none")])).ExitCode.ShouldBe(RefusalException.Input);
    }
}
