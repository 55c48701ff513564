namespace Noroshi.Contracts;

/// <summary>What a person may do on the node. A user holds one or more roles within one organisation.</summary>
public enum Role
{
    Analyst,
    Investigator,
    Diplomat,
    CapacityOfficer,
    Operator,
    Auditor,
    Administrator,
}
