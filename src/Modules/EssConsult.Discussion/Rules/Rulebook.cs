namespace EssConsult.Discussion.Rules;

/// <summary>Asks the modules whose item it is; what nobody owns is closed.</summary>
internal sealed class Rulebook(IEnumerable<IDiscussionRules> owners)
{
    public async Task<DiscussionRules> ForAsync(string contentItemId, CancellationToken ct)
    {
        foreach (var owner in owners)
        {
            if (await owner.ForAsync(contentItemId, ct) is { } rules)
            {
                return rules;
            }
        }

        return DiscussionRules.Closed;
    }

    /// <exception cref="RuleException">Comments are closed there.</exception>
    public async Task RequireCommentsAsync(string contentItemId, CancellationToken ct)
    {
        var rules = await ForAsync(contentItemId, ct);
        if (!rules.CommentsOpen)
        {
            throw Closed("comments.closed", rules.ClosedSentence, "Les commentaires sont fermés.");
        }
    }

    /// <exception cref="RuleException">Supports are closed there.</exception>
    public async Task RequireSupportsAsync(string contentItemId, CancellationToken ct)
    {
        var rules = await ForAsync(contentItemId, ct);
        if (!rules.SupportsOpen)
        {
            throw Closed("supports.closed", rules.ClosedSentence, "Les soutiens sont fermés.");
        }
    }

    // The owner's sentence is complete: as a value it is neither translated nor read as a pattern again.
    private static RuleException Closed(string code, string? sentence, string otherwise) =>
        sentence is null ? new RuleException(code, otherwise) : new RuleException(code, "{0}", sentence);
}
