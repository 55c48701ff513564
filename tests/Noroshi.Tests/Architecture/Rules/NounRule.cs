using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Noroshi.Tests.Architecture;

/// <summary>One public noun per file, named like the file, and none of the names that say nothing.</summary>
internal static class NounRule
{
    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Base", "Impl"];

    internal static IReadOnlyList<string> Violations(string file, string source)
    {
        var violations = new List<string>();
        var root = CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot();
        var types = root.DescendantNodes(node => node is not TypeDeclarationSyntax).Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Cast<MemberDeclarationSyntax>().ToList();
        var nouns = types.Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword)).Select(Name).Distinct(StringComparer.Ordinal).ToList();
        if (nouns.Count > 1)
            violations.Add($"{file} holds {nouns.Count} public nouns ({string.Join(", ", nouns)}); give each its own file.");
        if (nouns.Count == 1 && Path.GetFileName(file).Split('.')[0] is var stem && stem != nouns[0])
            violations.Add($"{file} holds {nouns[0]}; name the file after it.");
        foreach (var name in root.DescendantNodes().Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax).Cast<MemberDeclarationSyntax>().Select(Name))
        {
            if (Empty.FirstOrDefault(word => name.EndsWith(word, StringComparison.Ordinal)) is { } word && name.Length >= word.Length)
                violations.Add($"{file} calls a type {name}; '{word}' says nothing, use the field's word for what it is.");
        }
        return violations;
    }

    private static string Name(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax named => named.Identifier.Text,
        DelegateDeclarationSyntax named => named.Identifier.Text,
        _ => "",
    };
}
