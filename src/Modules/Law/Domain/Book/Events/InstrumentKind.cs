namespace Noroshi.Law.Domain;

/// <summary>What an instrument is; the first three have states as participants, the others two sides.</summary>
internal enum InstrumentKind
{
    /// <summary>Open to many states by signature and ratification, or by accession.</summary>
    Convention,

    /// <summary>Added to a convention.</summary>
    Protocol,

    /// <summary>Act of the European Union that binds its members.</summary>
    Regulation,

    /// <summary>Agreement on mutual legal assistance between two sides.</summary>
    MutualAssistance,

    /// <summary>Treaty on extradition between two sides.</summary>
    Extradition,

    /// <summary>Executive agreement under the CLOUD Act of the United States.</summary>
    CloudAct,
}
