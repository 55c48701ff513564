namespace Noroshi.Shell;

/// <summary>Where a module puts its part of the exercise.</summary>
/// <param name="Services">Services of the running node.</param>
/// <param name="Folder">Below the data folder; for files that the exercise is made of.</param>
/// <param name="Told">Told in a few words what is being done.</param>
public sealed record ExerciseStage(IServiceProvider Services, string Folder, Action<string> Told);
