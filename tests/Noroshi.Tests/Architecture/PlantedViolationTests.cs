using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Noroshi.Tests.Architecture;

/// <summary>Each rule of the house, shown a small house that breaks it, says so by name; shown one that keeps it, is silent.</summary>
public sealed class PlantedViolationTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("noroshi-rules-").FullName;

    private SourceTree Tree => new(_root);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("Noroshi.Law", "Noroshi.Casework")]
    [InlineData("Noroshi.Shell", "Noroshi.Law")]
    [InlineData("Noroshi.Kernel", "Noroshi.Contracts")]
    [InlineData("Noroshi.Contracts", "Noroshi.Storage")]
    [InlineData("Noroshi.Storage", "Noroshi.Shell")]
    [InlineData("Noroshi.DuckDb", "Noroshi.Storage")]
    [InlineData("Noroshi.Stix", "Noroshi.Contracts")]
    [InlineData("Noroshi.Law", "Noroshi.Node")]
    [InlineData("Noroshi.Kernel", "Dapper")]
    public void Dependencies_WhenPointingTheWrongWay_AreNamed(string from, string to)
    {
        var violation = DependencyRule.Violations([Compile(from, to)]).ShouldHaveSingleItem();
        violation.ShouldContain(from);
        violation.ShouldContain(to);
    }

    [Theory]
    [InlineData("Noroshi.Law", "Noroshi.Contracts")]
    [InlineData("Noroshi.Law", "Noroshi.Shell")]
    [InlineData("Noroshi.Storage", "Dapper")]
    [InlineData("Noroshi.Node", "Noroshi.Law")]
    public void Dependencies_WhenPointingTheRightWay_Pass(string from, string to) => DependencyRule.Violations([Compile(from, to)]).ShouldBeEmpty();

    [Fact]
    public void Modules_WhenMoreThanTheDoorIsPublic_AreNamed() =>
        DoorRule.Violations([Compile("Noroshi.Law", null)]).ShouldHaveSingleItem().ShouldContain("Planted");

    [Fact]
    public void Modules_WhenTheDoorAloneIsPublic_Pass() =>
        DoorRule.Violations([new AssemblyFacts("Noroshi.Law", [], [("Noroshi.Law.LawModule", "Noroshi.Shell.NoroshiModule")])]).ShouldBeEmpty();

    [Fact]
    public void Files_WhenTooLong_AreNamed()
    {
        Write("src/Law/Long.cs", string.Concat(Enumerable.Repeat("\n", SizeRule.LongestFile + 1)));
        Write("src/Law/Short.cs", string.Concat(Enumerable.Repeat("\n", SizeRule.LongestFile)));
        SizeRule.Violations(Tree).ShouldHaveSingleItem().ShouldContain("src/Law/Long.cs");
    }

    [Fact]
    public void Folders_WhenTooFull_AreNamed()
    {
        for (var i = 0; i < SizeRule.FullestFolder; i++)
            Write($"src/Law/Noun{i}.cs", "");
        Write("src/Law/Noun0.Part.cs", "");
        SizeRule.Violations(Tree).ShouldBeEmpty();
        Write("src/Law/OneMore.cs", "");
        SizeRule.Violations(Tree).ShouldHaveSingleItem().ShouldContain("src/Law");
    }

    [Theory]
    [InlineData("Treaty.cs", "public class Treaty; public class Reservation;", "2 public nouns")]
    [InlineData("Treaties.cs", "public class Treaty;", "name the file after it")]
    [InlineData("Treaty.cs", "internal class TreatyManager;", "Manager")]
    [InlineData("Treaty.cs", "class Outer { class StringUtils; }", "Utils")]
    [InlineData("Treaty.cs", "namespace Noroshi.Law; internal abstract record TreatyBase;", "Base")]
    public void Nouns_WhenManyOrEmpty_AreNamed(string file, string source, string said) =>
        NounRule.Violations(file, source).ShouldHaveSingleItem().ShouldContain(said);

    [Theory]
    [InlineData("Treaty.cs", "public class Treaty { public class Party; } internal record Line;")]
    [InlineData("Treaty.Parties.cs", "public partial class Treaty;")]
    public void Nouns_WhenOneOfTheField_Pass(string file, string source) => NounRule.Violations(file, source).ShouldBeEmpty();

    [Fact]
    public void PublicTypes_WhenSilent_AreNamed()
    {
        SummaryRule.Violations("Treaty.cs", "public class Treaty;").ShouldHaveSingleItem();
        SummaryRule.Violations("Treaty.cs", "/// <summary>A treaty.</summary>\npublic class Treaty;").ShouldBeEmpty();
        SummaryRule.Violations("Treaty.cs", "internal class Treaty;").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[Fact] public void Works() { }", "Subject_WhenCondition_Outcome")]
    [InlineData("[Fact(Skip = \"later\")] public void Ask_WhenReserved_HasNoBasis() { }", "switched off")]
    [InlineData("[Theory(Skip = \"later\")] public void Ask_WhenReserved_HasNoBasis() { }", "switched off")]
    public void Tests_WhenBadlyNamedOrOff_AreNamed(string method, string said) =>
        TestNameRule.Violations("AskTests.cs", $"class AskTests {{ {method} }}").ShouldHaveSingleItem().ShouldContain(said);

    [Fact]
    public void Registries_WhenNamed_AreFound()
    {
        Write("README.md", "see https://www." + "nuget" + ".org/packages/x");
        Write("src/Law/packages.lock.json", "{ \"resolved\": \"https://packages.example/x\" }");
        Write("docs/en/fine.md", "see https://www.example.org/");
        RegistryRule.Violations(Tree).Count.ShouldBe(2);
    }

    [Fact]
    public void Texts_WhenOneLanguageLacksSomething_AreNamed()
    {
        Write("src/Law/Ui/Alone.resx", Resx(("Title", "Law")));
        Write("src/Law/Ui/Ask.resx", Resx(("Title", "Law"), ("Only", "here"), ("Count", "{0} of {1}"), ("Empty", " ")));
        Write("src/Law/Ui/Ask.ja.resx", Resx(("Title", "法"), ("Count", "{0}件"), ("Empty", "空")));
        Write("docs/en/how-to/ask.md", "");
        var violations = LanguageRule.Violations(Tree);
        violations.Count.ShouldBe(5);
        violations.ShouldContain(v => v.Contains("Alone.ja.resx"));
        violations.ShouldContain(v => v.Contains("'Only'"));
        violations.ShouldContain(v => v.Contains("'Count'"));
        violations.ShouldContain(v => v.Contains("'Empty' is empty"));
        violations.ShouldContain(v => v.Contains("docs/ja/how-to/ask.md"));
    }

    [Fact]
    public void Projects_WhenLoose_AreNamed()
    {
        Write("Noroshi.slnx", "<Solution />");
        Write("src/Modules/Law/Noroshi.Laws.csproj", "<Project><Nullable>disable</Nullable><PackageReference Include=\"X\" Version=\"1\" /><NoWarn>RS0030</NoWarn></Project>");
        var violations = ProjectRule.Violations(Tree);
        violations.Count.ShouldBe(7);
        foreach (var said in new[] { "call it Noroshi.Law", "packages.lock.json", "Noroshi.slnx", "Nullable", "Directory.Packages.props", "banned", "README.md" })
            violations.ShouldContain(v => v.Contains(said));
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string Resx(params (string Key, string Text)[] entries) =>
        $"<root>{string.Concat(entries.Select(e => $"<data name=\"{e.Key}\"><value>{e.Text}</value></data>"))}</root>";

    // Compiled for real, so that the rules are tried on metadata as a compiler writes it.
    private static AssemblyFacts Compile(string name, string? refersTo)
    {
        MetadataReference platform = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);
        var references = new List<MetadataReference> { platform };
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
        if (refersTo is not null)
        {
            var target = CSharpCompilation.Create(refersTo, [CSharpSyntaxTree.ParseText("public class Target;")], [platform], options);
            using var image = new MemoryStream();
            target.Emit(image).Success.ShouldBeTrue();
            references.Add(MetadataReference.CreateFromImage(image.ToArray()));
        }
        var source = refersTo is null ? "public class Planted;" : "public class Planted { public Target? Uses; }";
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], references, options);
        using var assembly = new MemoryStream();
        compilation.Emit(assembly).Success.ShouldBeTrue();
        assembly.Position = 0;
        return AssemblyFacts.Read(assembly);
    }
}
