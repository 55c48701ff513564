using System.Reflection;
using Noroshi.Shell;

namespace Noroshi.Contacts;

/// <summary>Who to call now in another state, whether they answer, and the hotline between two states.</summary>
public sealed class ContactsModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "contacts";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needs => ["federation"];

    /// <inheritdoc/>
    public override Assembly? MigrationsAssembly => typeof(ContactsModule).Assembly;
}
