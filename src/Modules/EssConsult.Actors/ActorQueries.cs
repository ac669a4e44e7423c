using EssConsult.Actors.Features;

namespace EssConsult.Actors;

/// <summary>The scopes of queries over structures.</summary>
internal static class ActorQueries
{
    extension(IQueryable<Actor> actors)
    {
        public IQueryable<Actor> Published() => actors.Where(actor => actor.State == ActorState.Published);

        /// <summary>Published and real: what open data may hold.</summary>
        public IQueryable<Actor> Open() => actors.Where(actor => actor.State == ActorState.Published && !actor.IsDemo);

        public IQueryable<Actor> Matching(ActorFilter filter)
        {
            var matching = actors.Named(filter.Text);
            matching = filter.Family is { } family ? matching.Where(actor => actor.Family == family) : matching;
            matching = filter.Sector is { } sector ? matching.Where(actor => actor.SectorId == sector) : matching;
            return filter.Commune is { } commune ? matching.Where(actor => actor.Commune == commune) : matching;
        }

        /// <summary>Every word typed occurs in the name, accents and capitals aside.</summary>
        public IQueryable<Actor> Named(string? text) => actors.HoldingWords(text, actor => actor.NameKey);
    }
}
