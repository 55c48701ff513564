using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Noroshi.Tests.Architecture;

/// <summary>Every public type says in a summary what it is.</summary>
internal static class SummaryRule
{
    internal static IReadOnlyList<string> Violations(string file, string source) =>
    [
        .. CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot()
            .DescendantNodes(node => node is not TypeDeclarationSyntax)
            .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Cast<MemberDeclarationSyntax>()
            .Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword) && !type.Modifiers.Any(SyntaxKind.PartialKeyword) && !HasSummary(type))
            .Select(type => $"{file}: a public type has no <summary>."),
    ];

    private static bool HasSummary(MemberDeclarationSyntax type) =>
        type.GetLeadingTrivia().ToFullString() is var said && (said.Contains("<summary>", StringComparison.Ordinal) || said.Contains("<inheritdoc", StringComparison.Ordinal));
}
