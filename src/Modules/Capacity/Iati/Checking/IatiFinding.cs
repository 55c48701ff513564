namespace Noroshi.Capacity.Iati.Checking;

/// <summary>Something wrong with a file, or something to look at.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Path">Which element, for example <c>/iati-activities/iati-activity[3]/budget[1]/value</c>.</param>
/// <param name="Rule">Which rule says so; see the reference page <c>iati</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record IatiFinding(int Line, string Path, string Rule, string Message);
