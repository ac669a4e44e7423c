using EssConsult.Mail.Contracts;

namespace EssConsult.Workflows.Contracts;

/// <summary>A box whose messages are a module's own: it shows how they would read, to somebody invented.</summary>
public interface IWritesMail
{
    Task<IReadOnlyList<(string Subject, MailPassage Words)>> PreviewAsync(IActivityCall call);
}
