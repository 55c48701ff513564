namespace Noroshi.Exchange.Sharing;

/// <summary>What a recipient asks for something for.</summary>
internal enum Purpose
{
    /// <summary>Not said; satisfies no condition that asks for a purpose.</summary>
    Unstated,

    /// <summary>To protect its own networks.</summary>
    Defence,

    /// <summary>To respond to an incident.</summary>
    Response,

    /// <summary>To investigate an offence.</summary>
    Investigation,

    /// <summary>To study.</summary>
    Research,

    /// <summary>To report to the public or a legislature.</summary>
    Reporting,
}
