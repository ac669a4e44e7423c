using EssConsult.Registration.Seats;

namespace EssConsult.Registration;

/// <summary>How a registration came about.</summary>
internal enum RegistrationSource
{
    /// <summary>By the person, with an account or without.</summary>
    Self,

    /// <summary>By a structure, for its people.</summary>
    Structure,
    Organiser,

    /// <summary>At the door.</summary>
    Door,
}

/// <summary>Somebody's seats at an event, or the wish for them. It changes only by its verbs, and never goes back from its end.</summary>
internal sealed class Registration
{
    /// <summary>Seats in one registration.</summary>
    public const int MostSeats = 10;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string EventId { get; init; }

    public string? PersonId { get; set; }

    /// <summary>Null where an account holds the address, and once erased.</summary>
    public string? Email { get; set; }

    /// <summary>The address in capitals.</summary>
    public string? EmailKey { get; set; }

    public required string Name { get; set; }

    /// <summary>As the person wrote it: the directory need not know the structure.</summary>
    public string? Organisation { get; set; }

    /// <summary>In whose name seats were taken for a group.</summary>
    public Guid? ActorId { get; init; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "fr";

    public int Seats { get; set; } = 1;

    public RegistrationState State { get; private set; }

    public SeatPool Pool { get; private set; }

    public RegistrationSource Source { get; init; }

    /// <summary>Given inside the lock: who has the smaller number came first.</summary>
    public long Arrival { get; init; }

    /// <summary>One per form shown: sent twice, it registers once.</summary>
    public Guid FormKey { get; init; } = Guid.NewGuid();

    /// <summary>The plenary's registration that this workshop's belongs to.</summary>
    public Guid? WithinId { get; init; }

    /// <summary>The workshop's slot; null for what stands alone.</summary>
    public string? Slot { get; init; }

    public Guid? InvitationId { get; init; }

    /// <summary>Answers to the event's questions: the JSON of an item of its type.</summary>
    public string? Answers { get; set; }

    public DateTime CreatedUtc { get; init; }

    /// <summary>When the address was proved; null holds a seat for a day only.</summary>
    public DateTime? ConfirmedUtc { get; private set; }

    public DateTime? SeatedUtc { get; private set; }

    /// <summary>When a held or offered seat, or an unconfirmed wish, lapses.</summary>
    public DateTime? HoldUntilUtc { get; private set; }

    public DateTime? EndedUtc { get; private set; }

    public EndReason? EndReason { get; private set; }

    /// <summary>« Venez-vous toujours ? » was asked.</summary>
    public DateTime? AskedUtc { get; set; }

    /// <summary>… a second time.</summary>
    public DateTime? AskedAgainUtc { get; set; }

    /// <summary>The person answered that they come.</summary>
    public DateTime? ComingUtc { get; set; }

    /// <summary>The practical message of the day before was queued.</summary>
    public DateTime? PractisedUtc { get; set; }

    /// <summary>When its link was last sent again.</summary>
    public DateTime? LinkSentUtc { get; set; }

    /// <summary>The last message sent about its state: each is sent once.</summary>
    public string? ToldState { get; set; }

    /// <summary>The last change of the event that the person's calendar was told of.</summary>
    public int ToldSequence { get; set; }

    public bool HoldsSeats => State is RegistrationState.Held or RegistrationState.Confirmed or RegistrationState.Offered;

    public bool IsEnded => State == RegistrationState.Ended;

    /// <summary>One live registration per event and person, or address.</summary>
    public string? LiveKey
    {
        get => IsEnded || (PersonId ?? EmailKey) is not { } who ? null : $"{EventId}/{who}";
        private set => _ = value;
    }

    /// <summary>One seat per slot of a plenary. An offer may stand beside a seat: taking it gives the other up.</summary>
    public string? SlotKey
    {
        get => WithinId is { } within && Slot is not null && State is RegistrationState.Held or RegistrationState.Confirmed ? $"{within:N}/{Slot}" : null;
        private set => _ = value;
    }

    /// <summary>The address was proved, or there is nothing to prove.</summary>
    public bool IsProved => ConfirmedUtc is not null;

    /// <summary>Takes seats, or a place on the waiting list.</summary>
    /// <param name="pool">Null for the waiting list.</param>
    /// <param name="isProved">Nobody has to read a mailbox first.</param>
    /// <param name="holdUntil">When it lapses if it is not proved.</param>
    /// <param name="now">The instant.</param>
    public void Place(SeatPool? pool, bool isProved, DateTime holdUntil, DateTime now)
    {
        (ConfirmedUtc, HoldUntilUtc) = (isProved ? now : null, isProved ? null : holdUntil);
        Pool = pool ?? SeatPool.Open;
        State = pool is null ? RegistrationState.Waiting : isProved ? RegistrationState.Confirmed : RegistrationState.Held;
        SeatedUtc = State == RegistrationState.Confirmed ? now : null;
    }

    /// <summary>An organiser will decide.</summary>
    public void Submit(bool isProved, DateTime holdUntil, DateTime now) =>
        (State, ConfirmedUtc, HoldUntilUtc) = (RegistrationState.Pending, isProved ? now : null, isProved ? null : holdUntil);

    /// <summary>The address is proved: a held seat is the person's, a wish counts.</summary>
    public void Prove(DateTime now)
    {
        ConfirmedUtc ??= now;
        if (State is RegistrationState.Held)
        {
            (State, SeatedUtc) = (RegistrationState.Confirmed, now);
        }

        HoldUntilUtc = State == RegistrationState.Offered ? HoldUntilUtc : null;
    }

    /// <summary>A seat fell free.</summary>
    /// <param name="claimUntil">Null gives it without asking.</param>
    public void Promote(SeatPool pool, DateTime? claimUntil, DateTime now) =>
        (State, Pool, HoldUntilUtc, SeatedUtc) = claimUntil is null ? (RegistrationState.Confirmed, pool, null, now) : (RegistrationState.Offered, pool, claimUntil, SeatedUtc);

    /// <summary>The person takes the seat that was offered.</summary>
    public void Claim(DateTime now) => (State, HoldUntilUtc, SeatedUtc) = (RegistrationState.Confirmed, null, now);

    /// <summary>From now on the account's: mails go there, and the address is no longer kept here.</summary>
    public void BelongTo(string personId) => (PersonId, Email, EmailKey) = (personId, null, null);

    public void End(EndReason reason, DateTime now) => (State, EndReason, EndedUtc, HoldUntilUtc) = (RegistrationState.Ended, reason, now, null);
}
