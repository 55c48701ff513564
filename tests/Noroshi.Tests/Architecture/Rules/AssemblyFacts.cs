using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Noroshi.Tests.Architecture;

/// <summary>What the metadata of an assembly says about itself, read without loading it.</summary>
/// <param name="Name">For example <c>Noroshi.Law</c>.</param>
/// <param name="References">Simple names of the assemblies it refers to.</param>
/// <param name="PublicTypes">Full names of its public top-level types, with the full name of what they extend.</param>
internal sealed record AssemblyFacts(string Name, IReadOnlyList<string> References, IReadOnlyList<(string Type, string Extends)> PublicTypes)
{
    /// <summary>The assemblies of the house beside this test assembly.</summary>
    internal static IReadOnlyList<AssemblyFacts> Ours { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Noroshi.*.dll")
            .Where(file => !Path.GetFileName(file).EndsWith("Tests.dll", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file =>
            {
                using var stream = File.OpenRead(file);
                return Read(stream);
            }),
    ];

    internal static AssemblyFacts Read(Stream assembly)
    {
        using var file = new PEReader(assembly);
        var reader = file.GetMetadataReader();
        return new(
            reader.GetString(reader.GetAssemblyDefinition().Name),
            [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name)).Order(StringComparer.Ordinal)],
            [
                .. reader.TypeDefinitions
                    .Select(reader.GetTypeDefinition)
                    .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
                    .Select(type => (FullName(reader, type.Namespace, type.Name), Extends(reader, type.BaseType))),
            ]);
    }

    private static string FullName(MetadataReader reader, StringHandle space, StringHandle name) =>
        space.IsNil ? reader.GetString(name) : $"{reader.GetString(space)}.{reader.GetString(name)}";

    private static string Extends(MetadataReader reader, EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeReference:
                var reference = reader.GetTypeReference((TypeReferenceHandle)type);
                return FullName(reader, reference.Namespace, reference.Name);
            case HandleKind.TypeDefinition when !type.IsNil:
                var definition = reader.GetTypeDefinition((TypeDefinitionHandle)type);
                return FullName(reader, definition.Namespace, definition.Name);
            default:
                return "";
        }
    }
}
