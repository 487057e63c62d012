using Regio.Procurement.Contracts;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tests.Contracts;

/// <summary>What may happen to a contract after its signature.</summary>
public sealed class ContractChangeTests
{
    private static readonly DateOnly July = new(2026, 7, 1);
    private static readonly DateOnly End = new(2027, 1, 1);

    [Theory]
    [InlineData("Agreement", "2026-06-30", "", false)]
    [InlineData("Buyer", "2026-04-01", "", false)]
    [InlineData("Buyer", "2026-04-02", "NOTICE_TOO_SHORT", false)]
    [InlineData("Provider", "2026-04-01", "", false)]
    [InlineData("Provider", "2026-06-30", "", true)]
    public void The_buyer_keeps_the_notice_and_a_provider_that_does_not_is_flagged(string party, string announced, string reason, bool late)
    {
        var contract = Drafts.In(ContractState.Signed);
        void Terminate() => contract.Terminate(Drafts.Addendum(July, DateOnly.ParseExact(announced, "O", null)), Enum.Parse<TerminationParty>(party));

        if (reason.Length > 0)
        {
            var refused = Assert.Throws<DomainException>(Terminate);
            Assert.Equal((reason, "2026-07-02", ContractState.Signed), (refused.Rule.Code, refused.Metadata["earliest"], contract.State));
            return;
        }

        Terminate();
        Assert.Equal((late, party.ToLowerInvariant()), (contract.Addenda[0].Late, contract.Addenda[0].Ground));
    }

    [Fact]
    public void An_option_moves_the_end_of_the_contract_and_of_the_lines_that_ran_until_it()
    {
        var early = Drafts.Line(buyer: "NMD", validity: new Validity(Drafts.Year.From, July), position: 1);
        var contract = Signed(Drafts.Line(), early);

        contract.Renew(Drafts.Addendum(End), End, agreed: false);
        contract.Renew(Drafts.Addendum(End.AddYears(1)), End.AddYears(1), agreed: false);

        Assert.Equal((End.AddYears(2), 2), (contract.Validity.Until, contract.Renewals));
        Assert.Equal([End.AddYears(2), July], contract.Lines.OrderBy(line => line.Position).Select(line => line.Active!.Value.Until!.Value));
        Assert.Equal([(1, End.AddYears(1)), (2, End.AddYears(2))], contract.Addenda.Select(addendum => (addendum.Number, addendum.Validity.Until!.Value)));
        Assert.Equal("CONTRACT_NO_RENEWAL_LEFT", ByRenewal(contract, End.AddYears(2)));
    }

    [Fact]
    public void An_option_that_was_exercised_is_not_exercised_again_from_the_same_end()
    {
        var contract = Drafts.In(ContractState.Signed);
        contract.Renew(Drafts.Addendum(End), End, agreed: false);

        Assert.Equal("CONTRACT_RENEWED_ALREADY", ByRenewal(contract, End));
    }

    [Fact]
    public void After_the_notice_an_option_needs_the_provider_and_after_the_end_there_is_none()
    {
        var contract = Drafts.In(ContractState.Signed);
        Assert.Equal("RENEWAL_TOO_LATE", ByRenewal(contract, End, new DateOnly(2026, 10, 2)));
        Assert.Equal("CONTRACT_ENDED", ByRenewal(contract, End, End, agreed: true));

        contract.Renew(Drafts.Addendum(End, new DateOnly(2026, 10, 2)), End, agreed: true);
        Assert.True(contract.Addenda[0].Late);
    }

    [Fact]
    public void An_addendum_ends_a_line_and_another_takes_its_place_the_same_day()
    {
        var contract = Drafts.In(ContractState.Signed);
        var line = contract.Lines[0];
        var next = Drafts.Line(validity: new Validity(July, End), position: contract.NextPosition);

        contract.Amend(Drafts.Addendum(July), [line.Id], [next], Drafts.Catalogue);

        Assert.Equal([new Validity(Drafts.Year.From, July), new Validity(July, End)], contract.Lines.Select(l => l.Active!.Value));
        Assert.Equal(AddendumKind.Change, Assert.Single(contract.Addenda).Kind);
    }

    [Theory]
    [InlineData("nothing", "ADDENDUM_EMPTY", "added_lines")]
    [InlineData("unknown line", "LINE_NOT_RUNNING", "ended_line_ids[0]")]
    [InlineData("too early", "LINE_BEFORE_ADDENDUM", "added_lines[0].period")]
    [InlineData("too long", "LINE_OUTSIDE_CONTRACT", "added_lines[0].period")]
    [InlineData("same", "LINES_OVERLAP", "added_lines[0].period")]
    [InlineData("wrong scale", "SCALE_RULE_VIOLATED", "added_lines[0].buyer_id")]
    [InlineData("outside", "END_DATE_OUTSIDE_CONTRACT", "effective_date")]
    public void An_addendum_that_cannot_be_is_refused_and_leaves_the_contract_as_it_was(string what, string reason, string field)
    {
        var contract = Drafts.In(ContractState.Signed);
        Guid[] ended = what == "unknown line" ? [Guid.NewGuid()] : [];
        var day = what == "outside" ? End : July;
        ContractLine Line(Validity validity, string product = "ambulatory-help") => Drafts.Line(product, validity: validity, position: contract.NextPosition);
        ContractLine[] added = what switch
        {
            "too early" => [Line(new Validity(July.AddDays(-1), July))],
            "too long" => [Line(new Validity(July, End.AddDays(1)))],
            "same" or "outside" => [Line(new Validity(July, End))],
            "wrong scale" => [Line(new Validity(July, End), "foster-care")],
            _ => [],
        };

        var refused = Assert.Throws<DomainException>(() => contract.Amend(Drafts.Addendum(day), ended, added, Drafts.Catalogue));

        Assert.Equal((reason, field), (refused.Rule.Code, refused.Field));
        Assert.Equal((1, 0, Drafts.Year), (contract.Lines.Count, contract.Addenda.Count, contract.Lines[0].Active!.Value));
    }

    [Fact]
    public void Lines_for_the_same_product_and_buyer_stand_apart_by_lot_and_location()
    {
        var (first, second) = (Drafts.Line(), Drafts.Line(position: 1));

        Assert.Equal("LINES_OVERLAP", Assert.Throws<DomainException>(() => Drafts.Draft(first, second)).Rule.Code);
        Drafts.Draft(first, Drafts.Line(position: 1, location: "Assen"), Drafts.Line(position: 2, lot: "2"));
    }

    [Fact]
    public void Another_provider_goes_on_with_what_runs_and_with_the_terms()
    {
        var ended = Drafts.Line(buyer: "NMD", validity: new Validity(Drafts.Year.From, July), position: 1);
        var contract = Signed(Drafts.Line(), ended);
        var receiver = Guid.CreateVersion7();

        var next = contract.TransferTo(Drafts.Addendum(July), (receiver, Guid.CreateVersion7()), TransferGround.Merger, "Voorheen Yorneo");

        Assert.Equal((ContractState.Transferred, July), (contract.State, contract.EndDate));
        Assert.Equal(
            (ContractState.Signed, receiver, (Guid?)contract.Id, new Validity(July, End), Drafts.Clocks),
            (next.State, next.ProviderId, next.ContinuesId, next.Validity, next.Clocks));
        var line = Assert.Single(next.Lines);
        Assert.Equal(("Voorheen Yorneo", new Validity(July, End)), (line.Location, line.Active!.Value));
        Assert.Equal(July, contract.Lines[0].Active!.Value.Until);
    }

    [Fact]
    public void A_contract_is_not_transferred_to_the_provider_that_has_it()
    {
        var contract = Drafts.In(ContractState.Signed);

        var refused = Assert.Throws<DomainException>(
            () => contract.TransferTo(Drafts.Addendum(), (contract.ProviderId, Guid.CreateVersion7()), TransferGround.Takeover, ""));
        Assert.Equal(("TRANSFER_TO_SELF", "to_provider_id"), (refused.Rule.Code, refused.Field));
    }

    private static Contract Signed(params ContractLine[] lines)
    {
        var contract = Drafts.Draft(lines);
        contract.Sign(Drafts.Catalogue, Drafts.Now);
        return contract;
    }

    private static string ByRenewal(Contract contract, DateOnly end, DateOnly? announced = null, bool agreed = false) =>
        Assert.Throws<DomainException>(() => contract.Renew(Drafts.Addendum(end, announced), end, agreed)).Rule.Code;
}
