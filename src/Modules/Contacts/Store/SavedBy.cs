namespace Noroshi.Contacts.Store;

/// <summary>Who changes an entry, and how.</summary>
/// <param name="Id">User id, <c>system</c>, or <c>peer:</c> and a node id.</param>
/// <param name="Name">The name to show in the history.</param>
/// <param name="Change"><c>saved</c>, <c>retired</c>, <c>imported</c> or <c>peer</c>.</param>
internal sealed record SavedBy(string Id, string Name, string Change)
{
    internal const string Saved = "saved", Retired = "retired", Imported = "imported", Peer = "peer";
}
