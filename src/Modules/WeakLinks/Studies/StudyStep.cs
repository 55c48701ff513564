namespace Noroshi.WeakLinks.Studies;

/// <summary>What is done while a study is made, in this order.</summary>
internal enum StudyStep
{
    /// <summary>Its files are read.</summary>
    Reading,

    /// <summary>Worlds are sampled.</summary>
    Sampling,

    /// <summary>The assumptions are drawn.</summary>
    Drawing,

    /// <summary>Projects are chosen.</summary>
    Choosing,

    /// <summary>Every assumption is changed.</summary>
    Changing,
}
