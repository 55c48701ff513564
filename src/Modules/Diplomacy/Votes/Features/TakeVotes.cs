using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Votes.Reading;
using Noroshi.Diplomacy.Votes.Store;
using Noroshi.Shell.Access;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Votes.Features;

/// <summary>Takes files of votes that somebody sends through a page, as the verb takes those on the disk.</summary>
internal sealed class TakeVotes(NodeOptions options, VoteStates states, IAuditLog audit, TimeProvider clock)
{
    /// <summary>The act in the audit log.</summary>
    internal const string Act = "diplomacy.votes.import";

    // A small file can unpack to a very large one; all votes up to session 74 are 24 MB.
    private const long MostUnpacked = 128L << 20;

    /// <summary>What was taken.</summary>
    internal sealed record Taken(int Votes, int RollCalls, int States, long Rejected, IReadOnlyList<Rejections.Rejected> First);

    /// <summary>Imports; nothing is kept where a file cannot be read.</summary>
    /// <exception cref="RefusalException">A file is missing, damaged or of another kind; the message names it as the sender did.</exception>
    internal async Task<Taken> RunAsync(IFormFile? votes, IFormFile? calls, ClaimsPrincipal person, CancellationToken cancel)
    {
        if (votes is not { Length: > 0 }) throw new RefusalException("The file of votes is missing or empty.", RefusalException.Input);
        var folder = Directory.CreateTempSubdirectory("noroshi-votes-").FullName;
        try
        {
            var path = await SaveAsync(folder, "votes", votes, cancel);
            var callsPath = calls is { Length: > 0 } ? await SaveAsync(folder, "roll-calls", calls, cancel) : null;
            var rejected = new Rejections();
            var book = ImportVotes.Read([path], callsPath, states, rejected, cancel);
            if (book.Choices.Length == 0) throw new RefusalException("There is no vote to import in these files. Check that they belong together.", RefusalException.Input);
            new VoteStore(options.DataDirectory).Keep(book);
            await audit.RecordAsync(new AuditEvent(clock.GetUtcNow(), Act, person.UserId(), person.OrganisationId(), "votes", true), CancellationToken.None);
            return new Taken(book.Choices.Length, book.RollCalls.Count, book.States.Count, rejected.Count, [.. rejected.First.Select(row => row with { File = Path.GetFileName(row.File) })]);
        }
        catch (RefusalException refusal)
        {
            await audit.RecordAsync(new AuditEvent(clock.GetUtcNow(), Act, person.UserId(), person.OrganisationId(), "votes", false), CancellationToken.None);
            throw new RefusalException(refusal.Message.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), refusal.ExitCode, refusal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Named by what it is, not as the sender named it: a name is no path.
    private static async Task<string> SaveAsync(string folder, string name, IFormFile file, CancellationToken cancel)
    {
        var path = Path.Combine(folder, name + ".csv");
        await using (var kept = File.Create(path)) await file.CopyToAsync(kept, cancel);
        if (await VoteFile.LengthAsync(path, MostUnpacked, cancel) > MostUnpacked)
            throw new RefusalException($"{path} unpacks to more than {MostUnpacked >> 20} MB, more than all votes ever cast. Import it on the command line if it is what it should be.", RefusalException.Input);
        return path;
    }
}
