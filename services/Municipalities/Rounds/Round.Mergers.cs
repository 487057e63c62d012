namespace Regio.Municipalities.Rounds;

/// <summary>A municipality of a round that goes over into another (herindeling).</summary>
/// <param name="EndedId">CBS code of the one that ends.</param>
/// <param name="On">First day without it.</param>
/// <param name="SuccessorId">CBS code of the other.</param>
/// <param name="SuccessorName">What the other is called.</param>
/// <param name="SuccessorRank">Its place in lists.</param>
/// <param name="SuccessorBelongs">Whether the other belongs to the region of the round from that day.</param>
internal sealed record RoundMerger(
    string EndedId, DateOnly On, string SuccessorId, string SuccessorName, int SuccessorRank, bool SuccessorBelongs);

/// <content>Municipalities that go over into another while the round runs.</content>
internal sealed partial class Round
{
    /// <summary>
    /// Lets the bodies of municipalities that ended by a day hand over to those of their successor: they owe nothing any more,
    /// and the successor owes once what was outstanding. What they decided stays recorded, and what was adopted stays adopted.
    /// </summary>
    /// <returns>Whether anything changed; what went over before does not go over again.</returns>
    public bool GoOver(IEnumerable<RoundMerger> mergers, DateOnly today)
    {
        if (State == RoundState.Withdrawn)
            return false;
        var changed = false;
        // Those of one day go over together: halfway the threshold would be that of a day that never was.
        foreach (var day in mergers.Where(m => m.On <= today).GroupBy(m => m.On).OrderBy(day => day.Key))
        {
            var moved = day.OrderBy(m => m.EndedId, StringComparer.Ordinal).Sum(GoOver);
            if (moved > 0)
                Settle();
            changed |= moved > 0;
        }

        return changed;
    }

    /// <summary>Who owes what a body had to follow up: the body itself, or the one that took its place; null when none did.</summary>
    public RoundBody? OwnerNow(FollowUp followUp)
    {
        var owner = FindBody(followUp.OwnerBodyId);
        while (owner is { EndedOn: not null })
            owner = owner.SuccessorBodyId is { } next ? FindBody(next) : null;
        return owner;
    }

    private int GoOver(RoundMerger merger)
    {
        var ending = _bodies.Where(b => b.MunicipalityId == merger.EndedId && b.EndedOn is null).ToList();
        foreach (var body in ending)
        {
            var successor = SuccessorOf(body, merger);
            body.GoOver(merger.On, successor);
            HandOverView(body, successor);
        }

        return ending.Count;
    }

    private RoundBody? SuccessorOf(RoundBody body, RoundMerger merger)
    {
        var id = Rounds.BodyId.Of(body.Kind, merger.SuccessorId);
        if (FindBody(id.ToString()) is { } known)
            return known;
        if (!merger.SuccessorBelongs)
            return null;
        var successor = new RoundBody
        {
            BodyId = id.ToString(),
            Kind = body.Kind,
            Name = id.Name(merger.SuccessorName),
            MunicipalityId = merger.SuccessorId,
            Rank = merger.SuccessorRank,
            FromOn = merger.On,
        };
        _bodies.Add(successor);
        return successor;
    }

    private void HandOverView(RoundBody body, RoundBody? successor)
    {
        if (_views.Find(v => v.VersionNumber == VersionNumber && v.BodyId == body.BodyId && v.IsAwaited) is not { } view)
            return;
        view.GoOver();
        if (successor is not null && !_views.Exists(v => v.VersionNumber == VersionNumber && v.BodyId == successor.BodyId))
            _views.Add(NewView(successor.BodyId, successor.Name, view.DueOn));
    }

    /// <summary>
    /// The day on which a version became adopted: that of the decision that completed it, or of the merger by which the
    /// decisions that were there became enough. Null when it was not adopted.
    /// </summary>
    private DateOnly? AdoptionDay(int version)
    {
        DateOnly[] days = [DateOnly.MinValue, .. _bodies.Select(b => b.EndedOn).OfType<DateOnly>().Distinct().Order()];
        for (var i = 0; i < days.Length; i++)
        {
            var standing = Rounds.Standing.Of(_steps, new RoundMembers(_bodies, days[i]), _decisions, version);
            if (!standing.IsAdopted)
                continue;
            var decided = standing.Counting.Max(d => d.DecidedOn);
            var day = decided > days[i] ? decided : days[i];
            if (i == days.Length - 1 || day < days[i + 1])
                return day;
        }

        return null;
    }
}
