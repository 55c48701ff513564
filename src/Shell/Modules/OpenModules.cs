using System.Reflection;

namespace Noroshi.Shell;

/// <summary>The modules this node opened, in order; the layout, the router and the palette read them.</summary>
public sealed record OpenModules(IReadOnlyList<NoroshiModule> List)
{
    /// <summary>The assemblies whose pages are served, without the shell's own.</summary>
    public IReadOnlyList<Assembly> PageAssemblies { get; } =
        [.. List.Select(module => module.GetType().Assembly).Where(assembly => assembly != typeof(OpenModules).Assembly).Distinct()];
}
