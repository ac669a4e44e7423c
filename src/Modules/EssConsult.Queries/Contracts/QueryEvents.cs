namespace EssConsult.Queries.Contracts;

/// <summary>Queries or index profiles were written or deleted.</summary>
public sealed record QueriesChanged(string[] Names) : IEvent;

/// <summary>Every node builds the index that Lucene queries read anew.</summary>
public sealed record ItemIndexRebuildRequested : IEvent;
