namespace EssConsult.Discussion.Features.Shared;

/// <summary>The head of a page about an item: what it is for, and the way back.</summary>
internal sealed record HeaderView(string Title, DiscussionRules Rules);
