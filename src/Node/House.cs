using Noroshi.Capacity;
using Noroshi.Contacts;
using Noroshi.Diplomacy;
using Noroshi.Exchange;
using Noroshi.Federation;
using Noroshi.Law;
using Noroshi.Observatory;
using Noroshi.Shell;
using Noroshi.Storage;
using Noroshi.WeakLinks;

namespace Noroshi.Node;

/// <summary>The rooms of the house: the one place where modules are listed.</summary>
internal static class House
{
    /// <summary>Every module, inert, in the order of the side navigation.</summary>
    internal static IReadOnlyList<NoroshiModule> Modules { get; } =
    [
        new ObservatoryModule(),
        new ExchangeModule(),
        new LawModule(),
        new DiplomacyModule(),
        new ContactsModule(),
        new CapacityModule(),
        new WeakLinksModule(),
        new FederationModule(),
    ];

    /// <summary>The modules asked for and, transitively, what they need; all when nothing is asked for. Needed modules come first.</summary>
    internal static IReadOnlyList<NoroshiModule> Open(IReadOnlyList<string> only) => Open(Modules, only);

    internal static IReadOnlyList<NoroshiModule> Open(IReadOnlyList<NoroshiModule> modules, IReadOnlyList<string> only)
    {
        var opened = new List<NoroshiModule>();
        var opening = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in only.Count == 0 ? modules.Select(m => m.Name) : only)
            Add(name, neededBy: null);
        return opened;

        void Add(string name, string? neededBy)
        {
            var module = modules.FirstOrDefault(m => m.Name == name) ?? throw new RefusalException(
                $"There is no module '{name}'{(neededBy is null ? "" : $", which '{neededBy}' needs")}. "
                + $"Modules: {string.Join(", ", modules.Select(m => m.Name).Order(StringComparer.Ordinal))}.",
                RefusalException.Input);
            if (opened.Contains(module))
                return;
            if (!opening.Add(name))
                throw new InvalidOperationException($"Modules need each other in a circle through '{name}'.");
            foreach (var needed in module.Needs)
                Add(needed, name);
            opened.Add(module);
        }
    }
}
