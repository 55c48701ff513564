using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Noroshi.Contacts.Hotline;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Ui.Hotline;

/// <summary>What was typed into the form of a new message; kept on error and through the step that confirms.</summary>
internal sealed record TypedMessage(string To, string Class, string Precedence, string Marking, string Subject, string Ja, string En, bool Attributes, IReadOnlyList<AttachedFile> Files, string Key)
{
    /// <summary>Reads the form; files of an earlier step come back as hidden fields.</summary>
    /// <exception cref="WrongContentException">A file cannot stand.</exception>
    internal static async Task<TypedMessage> ReadAsync(IFormCollection form, CancellationToken cancel)
    {
        var typed = new TypedMessage(form["to"].ToString(), form["class"].ToString(), form["precedence"].ToString(), form["marking"].ToString(), form["subject"].ToString(), form["ja"].ToString(), form["en"].ToString(), form["attribution"] == "yes", [], form["key"].ToString());
        return typed with { Files = await FilesAsync(form, cancel) };
    }

    /// <summary>The same without files, for when a file cannot stand.</summary>
    internal static TypedMessage WithoutFiles(IFormCollection form) =>
        new(form["to"].ToString(), form["class"].ToString(), form["precedence"].ToString(), form["marking"].ToString(), form["subject"].ToString(), form["ja"].ToString(), form["en"].ToString(), form["attribution"] == "yes", [], form["key"].ToString());

    /// <summary>What is to be said; null where the form was tampered with.</summary>
    internal Draft? ToDraft(string peer, string? conversation) =>
        HotlineWords.Class(Class) is { } kind && HotlineWords.PrecedenceOf(Precedence) is { } precedence && TlpLabel.TryParse(Marking, out var marking)
            ? new Draft(peer, conversation, kind, precedence, marking, Subject, new BothLanguages(Ja, En), Attributes, Files, Key)
            : null;

    /// <summary>Stands for what was shown before sending: what was changed since is shown again.</summary>
    internal string Seen() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\0', [To, Class, Precedence, Marking, Subject, Ja, En, Attributes ? "yes" : "no", .. Files.Select(static file => file.Name + file.Sha256)]))));

    /// <summary>A file as a hidden field.</summary>
    internal static string Keep(AttachedFile file) => $"{file.Name}|{file.Type}|{Convert.ToBase64String(file.Content.Span)}";

    private static async Task<List<AttachedFile>> FilesAsync(IFormCollection form, CancellationToken cancel)
    {
        var files = new List<AttachedFile>();
        foreach (var kept in form["kept"])
        {
            if (kept?.Split('|') is not [var name, var type, var content]) continue;
            try
            {
                files.Add(AttachedFile.Of(name, type, Convert.FromBase64String(content)));
            }
            catch (FormatException malformed)
            {
                throw new WrongContentException("files", WrongContentException.Malformed, malformed.Message);
            }
        }

        foreach (var sent in form.Files.Where(file => file.Length > 0 && file.FileName.Length > 0))
        {
            if (sent.Length > HotlineLimits.MostFileBytes) throw new WrongContentException("files", WrongContentException.TooBig, "A file is too big.");
            using var memory = new MemoryStream();
            await sent.CopyToAsync(memory, cancel);
            files.Add(AttachedFile.Of(Path.GetFileName(sent.FileName.Replace('\\', '/')).Replace('|', '_'), sent.ContentType, memory.ToArray()));
        }

        AttachedFile.CheckAll(files);
        return files;
    }
}
