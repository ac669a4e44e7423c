namespace EssConsult.Actors.Contracts;

/// <summary>Somebody proposed a structure; a moderator decides.</summary>
public sealed record ActorProposed(Guid ActorId, string PersonId) : IEvent
{
    public string Subject => ActorId.ToString();
}

/// <param name="First">False when it comes back from the archive.</param>
public sealed record ActorPublished(Guid ActorId, bool First = true) : IEvent
{
    public string Subject => ActorId.ToString();
}

/// <summary>What the directory says of a published structure changed.</summary>
public sealed record ActorChanged(Guid ActorId) : IEvent
{
    public string Subject => ActorId.ToString();
}

/// <param name="WasProposal">It was never published.</param>
public sealed record ActorArchived(Guid ActorId, bool WasProposal = false) : IEvent
{
    public string Subject => ActorId.ToString();
}

public sealed record MembershipRequested(Guid ActorId, string PersonId) : IEvent
{
    public string Subject => ActorId.ToString();
}

/// <summary>The structure accepted or declined somebody who asked to speak for it.</summary>
public sealed record MembershipDecided(Guid ActorId, string PersonId, bool Accepted) : IEvent
{
    public string Subject => ActorId.ToString();
}

public sealed record MembershipEnded(Guid ActorId, string PersonId) : IEvent
{
    public string Subject => ActorId.ToString();
}
