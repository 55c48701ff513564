namespace Noroshi.Capacity.Iati.Projects;

/// <summary>Who publishes an exported project.</summary>
/// <param name="Ref">Identifier of the organisation.</param>
/// <param name="Type">IATI OrganisationType.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsRegistered">Whether somebody recorded or named the identifier; else it is made up from the state and the organisation, and the export says so.</param>
internal sealed record Publisher(string Ref, string Type, string Name, bool IsRegistered);
