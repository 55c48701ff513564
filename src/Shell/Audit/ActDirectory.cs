using Microsoft.Extensions.Localization;

namespace Noroshi.Shell.Audit;

/// <summary>What the acts in the audit log are called, in the language of the request: the shell's own and those of every open module.</summary>
public sealed class ActDirectory(OpenModules modules, IStringLocalizerFactory texts)
{
    private readonly IStringLocalizer[] _names =
        [texts.Create(typeof(ActNames)), .. modules.List.Select(module => module.ActNames).OfType<Type>().Select(texts.Create)];

    /// <summary>The act's name, or the act itself where a module that is not open recorded it.</summary>
    public string NameOf(string act)
    {
        foreach (var each in _names)
        {
            if (each[act] is { ResourceNotFound: false } name) return name.Value;
        }

        return act;
    }
}
