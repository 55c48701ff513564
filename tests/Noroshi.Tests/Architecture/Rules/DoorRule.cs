namespace Noroshi.Tests.Architecture;

/// <summary>Of a module only its door is public, of the node nothing; pages are, because the page compiler makes them so.</summary>
internal static class DoorRule
{
    private static readonly string[] Shared =
        ["Noroshi.Kernel", "Noroshi.Contracts", "Noroshi.Storage", "Noroshi.Shell", "Noroshi.DuckDb", "Noroshi.Stix", "Noroshi.Federation"];

    internal static IReadOnlyList<string> Violations(IReadOnlyList<AssemblyFacts> assemblies) =>
    [
        .. from assembly in assemblies
           where !Shared.Contains(assembly.Name) && assembly.Name != "Noroshi.Bench"
           from type in assembly.PublicTypes
           where type.Type != "Program" // the entry point; the web SDK makes it public
           where type.Extends != "Noroshi.Shell.NoroshiModule" && !IsPage(type.Extends) && !type.Type.EndsWith("._Imports", StringComparison.Ordinal)
           select $"{type.Type} of {assembly.Name} is public; make it internal, or put what others need into Contracts.",
    ];

    private static bool IsPage(string extends) =>
        extends is "Microsoft.AspNetCore.Components.ComponentBase" or "Microsoft.AspNetCore.Components.LayoutComponentBase";
}
