namespace Noroshi.Contracts;

/// <summary>What kind of body an organisation inside the node is.</summary>
public enum OrganisationKind
{
    Ministry,
    Csirt,
    Police,
    AidAgency,
    InfrastructureOperator,
}
