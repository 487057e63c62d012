using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Procedures;

/// <summary>Bids, their assessment and the award.</summary>
internal sealed partial class Procedure
{
    /// <summary>Records a bid as it came in; one after the last day is kept, and not assessed.</summary>
    public void RecordBid(Bid bid)
    {
        Require(Policy.TakesBids, ProcedureRules.NotOfKind);
        Require(State is ProcedureState.Published or ProcedureState.Answered, ProcedureRules.WrongState);
        if (!_lots.Exists(lot => lot.Number == bid.LotNumber))
            throw new DomainException(ProcedureRules.LotUnknown, "bid.lot_number");
        if (_bids.Exists(other => other.ProviderId == bid.ProviderId && other.LotNumber == bid.LotNumber))
            throw new DomainException(ProcedureRules.BidTwice, "bid.provider_id");
        if (bid.ReceivedOn > BidsUntil)
            bid.ComesLate();
        _bids.Add(bid);
        Version++;
    }

    /// <summary>Opens the bids, after the last day for them.</summary>
    public void OpenBids(DateOnly today)
    {
        RequireNext(ProcedureState.Opened);
        if (today <= BidsUntil)
            throw Refuse(ProcedureRules.BidsRunning, field: null, BidsUntil.Value);
        Step(ProcedureState.Opened);
    }

    /// <summary>Judges a bid: points on each criterion where bids compete, none where everybody who meets the conditions is admitted.</summary>
    public void Assess(Guid bidId, bool excluded, IReadOnlyList<BidScore> scores, string motivation)
    {
        Require(State == ProcedureState.Opened, ProcedureRules.WrongState);
        var bid = BidOf(bidId, "bid_id");
        if (bid.State == BidState.Late)
            throw new DomainException(ProcedureRules.BidLate, "bid_id");
        IEnumerable<string> wanted = excluded ? [] : _criteria.Select(criterion => criterion.Name).Order(StringComparer.Ordinal);
        if (!wanted.SequenceEqual(scores.Select(score => score.Criterion).Order(StringComparer.Ordinal)))
            throw new DomainException(ProcedureRules.ScoresIncomplete, "scores");
        if (excluded)
            bid.Exclude(motivation);
        else
            bid.Assess(scores, scores.Sum(score => score.Points * _criteria.Find(criterion => criterion.Name == score.Criterion)!.Weight), motivation);
        Version++;
    }

    /// <summary>Tells who is meant to win: in each lot none scores better than a winner. The standstill begins.</summary>
    public void Intend(IReadOnlyList<Guid> winners, string motivation, DateOnly day, DateOnly today)
    {
        RequireNext(ProcedureState.Intended);
        RequirePast(day, today, "intention_date");
        RequireAssessed();
        if (winners.Count == 0)
            throw new DomainException(ProcedureRules.NoWinner, "winning_bid_ids");
        var chosen = winners.Select((id, i) => BidOf(id, $"winning_bid_ids[{i}]")).ToList();
        for (var i = 0; i < chosen.Count; i++)
            RequireBest(chosen[i], chosen, $"winning_bid_ids[{i}]");
        chosen.ForEach(bid => bid.Win());
        (IntendedOn, Reason) = (day, motivation);
        StandstillUntil = StandstillDays > 0 ? day.AddDays(StandstillDays) : null;
        Step(ProcedureState.Intended);
    }

    /// <summary>Awards as was intended, after the standstill; where everybody who meets the conditions is admitted, all of them.</summary>
    public void Award(DateOnly day, DateOnly today)
    {
        RequireNext(ProcedureState.Awarded);
        RequirePast(day, today, "award_date");
        if (day < IntendedOn)
            throw Refuse(ProcedureRules.AwardBeforeIntention, "award_date", IntendedOn.Value);
        if (day <= StandstillUntil)
            throw Refuse(ProcedureRules.StandstillRunning, "award_date", StandstillUntil.Value);
        if (!Policy.HasIntention)
        {
            RequireAssessed();
            _bids.Where(bid => bid.State == BidState.Assessed).ToList().ForEach(bid => bid.Win());
        }

        Require(_bids.Exists(bid => bid.Wins), ProcedureRules.NoWinner);
        AwardedOn = day;
        Step(ProcedureState.Awarded);
    }

    /// <summary>What was awarded to a provider; only after the award.</summary>
    public IReadOnlyList<(Lot Lot, Bid Bid)> AwardedTo(Guid providerId)
    {
        Require(State is ProcedureState.Awarded or ProcedureState.Concluded, ProcedureRules.WrongState);
        var won = _bids.Where(bid => bid.Wins && bid.ProviderId == providerId).Select(bid => (_lots.Find(lot => lot.Number == bid.LotNumber)!, bid)).ToList();
        return won.Count > 0 ? won : throw new DomainException(ProcedureRules.NotAwarded, "provider_id");
    }

    private void RequireAssessed() => Require(_bids.TrueForAll(bid => bid.State != BidState.Received), ProcedureRules.BidsNotAssessed);

    private void RequireBest(Bid winner, List<Bid> chosen, string field)
    {
        if (winner.State != BidState.Assessed)
            throw new DomainException(ProcedureRules.WinnerNotAssessed, field);
        var lot = _lots.Find(candidate => candidate.Number == winner.LotNumber)!;
        if (chosen.Distinct().Count(bid => bid.LotNumber == lot.Number) > lot.MostWinners)
            throw new DomainException(ProcedureRules.TooManyWinners, field);
        if (_bids.Exists(bid => bid.LotNumber == lot.Number && bid.State == BidState.Assessed && bid.Score > winner.Score && !chosen.Contains(bid)))
            throw new DomainException(ProcedureRules.NotTheBest, field);
    }

    private Bid BidOf(Guid id, string field) => _bids.Find(bid => bid.Id == id) ?? throw new DomainException(ProcedureRules.BidUnknown, field);
}
