using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Noroshi.Tests.Architecture;

/// <summary>Tests are named <c>Subject_WhenCondition_Outcome</c>, are never switched off for good, and never sleep.</summary>
internal static class TestNameRule
{
    internal static IReadOnlyList<string> Violations(string file, string source)
    {
        var violations = new List<string>();
        var root = CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot();
        foreach (var method in root.DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            var marks = method.AttributeLists.SelectMany(list => list.Attributes).Where(a => a.Name.ToString() is "Fact" or "Theory").ToList();
            if (marks.Count == 0)
                continue;
            if (!method.Identifier.Text.Contains('_', StringComparison.Ordinal))
                violations.Add($"{file}: {method.Identifier.Text} does not say subject, condition and outcome (Subject_WhenCondition_Outcome).");
            if (marks.SelectMany(mark => mark.ArgumentList?.Arguments ?? []).Any(argument => argument.NameEquals?.Name.Identifier.Text == "Skip"))
                violations.Add($"{file}: {method.Identifier.Text} is switched off; mend it, or skip at run time with the missing condition as the reason.");
        }
        return violations;
    }
}
