namespace Noroshi.Contacts.Hotline;

/// <summary>Who speaks: a person of this node here, a function of an organisation on the wire.</summary>
/// <param name="UserId">The person; goes into the acts of this node and never over the line.</param>
/// <param name="OrganisationId">Their organisation's id on this node.</param>
/// <param name="Function">What they are, in both languages.</param>
/// <param name="Organisation">Whom they speak for, in both languages.</param>
internal sealed record Speaker(string UserId, string? OrganisationId, BothLanguages Function, BothLanguages Organisation);
