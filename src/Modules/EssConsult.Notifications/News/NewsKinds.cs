namespace EssConsult.Notifications.News;

/// <summary>Every kind of news that the modules tell, in the order in which people choose.</summary>
internal sealed class NewsKinds(IEnumerable<NewsKind> kinds)
{
    public IReadOnlyList<NewsKind> All { get; } = [.. kinds.OrderBy(kind => kind.Order).ThenBy(kind => kind.Name, StringComparer.Ordinal)];

    /// <summary>What whoever has not chosen gets; of a kind whose module is gone, nothing of its own.</summary>
    public NewsMail MailOf(string kind) => All.FirstOrDefault(known => known.Name == kind)?.Mail ?? NewsMail.Digest;

    public IReadOnlyList<string> MailedAs(NewsMail mail) => [.. All.Where(kind => kind.Mail == mail).Select(kind => kind.Name)];
}
