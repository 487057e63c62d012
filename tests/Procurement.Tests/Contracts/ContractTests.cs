using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tests.Contracts;

public sealed class ContractTests
{
    private static readonly ContractState[] AfterSignature = [ContractState.Signed, ContractState.Terminated, ContractState.Dissolved, ContractState.Transferred];

    private static readonly Dictionary<string, (ContractState From, ContractState To, string Otherwise, Action<Contract> Call)> Methods = new()
    {
        [nameof(Contract.Amend)] = (ContractState.Signed, ContractState.Signed, "CONTRACT_NOT_SIGNED",
            contract => contract.Amend(Drafts.Addendum(), [contract.Lines[0].Id], [], Drafts.Catalogue)),
        [nameof(Contract.Renew)] = (ContractState.Signed, ContractState.Signed, "CONTRACT_NOT_SIGNED",
            contract => contract.Renew(Drafts.Addendum(), Drafts.Year.Until!.Value, agreed: false)),
        [nameof(Contract.Dissolve)] = (ContractState.Signed, ContractState.Dissolved, "CONTRACT_NOT_SIGNED",
            contract => contract.Dissolve(Drafts.Addendum(), DissolutionGround.Breach)),
        [nameof(Contract.TransferTo)] = (ContractState.Signed, ContractState.Transferred, "CONTRACT_NOT_SIGNED",
            contract => contract.TransferTo(Drafts.Addendum(), (Guid.CreateVersion7(), Guid.CreateVersion7()), TransferGround.Merger, "Assen")),
        [nameof(Contract.MoveRegion)] = (ContractState.Signed, ContractState.Signed, "CONTRACT_NOT_SIGNED",
            contract => contract.MoveRegion(Drafts.Addendum(), [contract.Lines[0].Id], [])),
        [nameof(Contract.Change)] = (ContractState.Draft, ContractState.Draft, "CONTRACT_NOT_DRAFT",
            contract => contract.Change(new ContractTerms("Anders", contract.Validity, contract.Lines, contract.Clocks), Drafts.Catalogue)),
        [nameof(Contract.Sign)] = (ContractState.Draft, ContractState.Signed, "CONTRACT_NOT_DRAFT",
            contract => contract.Sign(Drafts.Catalogue, Drafts.Now)),
        [nameof(Contract.Terminate)] = (ContractState.Signed, ContractState.Terminated, "CONTRACT_NOT_SIGNED",
            contract => contract.Terminate(Drafts.Addendum(), TerminationParty.Buyer)),
    };

    public static TheoryData<string, string> Matrix()
    {
        var rows = new TheoryData<string, string>();
        foreach (var method in Methods.Keys)
        {
            foreach (var state in Enum.GetNames<ContractState>())
                rows.Add(method, state);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_method_is_allowed_in_its_own_state_and_refused_in_every_other(string method, string state)
    {
        var (from, to, otherwise, call) = Methods[method];
        var contract = Drafts.In(Enum.Parse<ContractState>(state));
        var version = contract.Version;

        // A contract that ends on a later day still has lines that go over with their region.
        if (method == nameof(Contract.MoveRegion) && AfterSignature.Contains(contract.State))
            (from, to) = (contract.State, contract.State);
        if (contract.State == from)
        {
            call(contract);
            Assert.Equal((to, version + 1), (contract.State, contract.Version));
            return;
        }

        var refused = Assert.Throws<DomainException>(() => call(contract));
        if (method == nameof(Contract.Change) && contract.State == ContractState.Signed)
            otherwise = "CONTRACT_ADDENDUM_REQUIRED";
        Assert.Equal((otherwise, state.ToLowerInvariant()), (refused.Rule.Code, refused.Metadata["state"]));
        Assert.Equal((state, version), (contract.State.ToString(), contract.Version));
    }

    [Fact]
    public void The_matrix_names_every_method_that_changes_a_contract() => Assert.Equal(
        typeof(Contract).GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName).Select(method => method.Name).Order(),
        Methods.Keys.Order());

    [Fact]
    public void A_line_on_the_wrong_scale_is_refused_with_the_rule_the_scale_wanted_and_the_ground()
    {
        var refused = Assert.Throws<DomainException>(() => Drafts.Draft(Drafts.Line("foster-care")));

        Assert.Equal("SCALE_RULE_VIOLATED", refused.Rule.Code);
        Assert.Equal("contract.lines[0].buyer_id", refused.Field);
        Assert.Equal(("drenthe", "procurement-region"), (refused.Metadata["scale_wanted"], refused.Metadata["scale_given"]));
        Assert.Contains("2019", refused.Metadata["ground"], StringComparison.Ordinal);
        Assert.True(Guid.TryParse(refused.Metadata["scale_rule_id"], out _));
    }

    [Theory]
    [InlineData("2016-12-31", "Drenthe", true)]
    [InlineData("2016-12-31", "ProcurementRegion", false)]
    [InlineData("2017-01-01", "Drenthe", false)]
    [InlineData("2017-01-01", "ProcurementRegion", true)]
    public void The_rule_of_the_first_day_of_the_line_decides(string from, string scale, bool allowed)
    {
        var validity = new Validity(DateOnly.ParseExact(from, "O", null), new DateOnly(2018, 1, 1));
        void Draft() => Contract.Draft(
            Guid.CreateVersion7(), Guid.CreateVersion7(), new ContractTerms("x", validity, [Drafts.Line(scale: Enum.Parse<Scale>(scale), validity: validity)], Drafts.Clocks), Drafts.Catalogue, "test", Drafts.Now, procedureId: null);

        if (allowed)
            Draft();
        else
            Assert.Equal("SCALE_RULE_VIOLATED", Assert.Throws<DomainException>(Draft).Rule.Code);
    }

    [Theory]
    [InlineData("Individual")]
    [InlineData("Crisis")]
    [InlineData("Transition")]
    public void An_exception_with_its_ground_may_stand_outside_the_rule_and_one_without_may_not(string name)
    {
        var exception = Enum.Parse<ScaleException>(name);
        Drafts.Draft(Drafts.Line("foster-care", exception: exception, ground: "Jeugdhulpplicht"));

        var refused = Assert.Throws<DomainException>(() => Drafts.Draft(Drafts.Line("foster-care", exception: exception, ground: "  ")));
        Assert.Equal(("EXCEPTION_GROUND_MISSING", "contract.lines[0].exception_ground"), (refused.Rule.Code, refused.Field));
    }

    [Fact]
    public void A_line_holds_inside_the_period_of_its_contract()
    {
        var open = Drafts.Line(validity: new Validity(Drafts.Year.From, null));

        var refused = Assert.Throws<DomainException>(() => Drafts.Draft(open));

        Assert.Equal(("LINE_OUTSIDE_CONTRACT", "contract.lines[0].period"), (refused.Rule.Code, refused.Field));
    }

    [Fact]
    public void Two_lines_for_one_product_and_buyer_do_not_share_a_day()
    {
        var june = new DateOnly(2026, 6, 1);
        Drafts.Draft(Drafts.Line(validity: new Validity(Drafts.Year.From, june)), Drafts.Line(validity: new Validity(june, Drafts.Year.Until), position: 1));
        Drafts.Draft(Drafts.Line(), Drafts.Line(buyer: "NMD", position: 1));

        var refused = Assert.Throws<DomainException>(() => Drafts.Draft(
            Drafts.Line(validity: new Validity(Drafts.Year.From, june.AddDays(1))), Drafts.Line(validity: new Validity(june, Drafts.Year.Until), position: 1)));
        Assert.Equal(("LINES_OVERLAP", "contract.lines[1].period"), (refused.Rule.Code, refused.Field));
    }

    [Fact]
    public void Lines_count_from_the_signature_until_the_contract_ends()
    {
        var june = new DateOnly(2026, 6, 1);
        var contract = Drafts.Draft(
            Drafts.Line(validity: new Validity(Drafts.Year.From, june)),
            Drafts.Line(validity: new Validity(june, Drafts.Year.Until), position: 1),
            Drafts.Line("daytime-care", validity: new Validity(june.AddMonths(3), Drafts.Year.Until), position: 2));
        Assert.All(contract.Lines, line => Assert.Null(line.Active));

        contract.Sign(Drafts.Catalogue, Drafts.Now);
        Assert.All(contract.Lines, line => Assert.Equal(line.Validity, line.Active));

        contract.Terminate(Drafts.Addendum(june.AddMonths(1)), TerminationParty.Agreement);
        Assert.Equal(contract.Lines[0].Validity, contract.Lines[0].Active);
        Assert.Equal(new Validity(june, june.AddMonths(1)), contract.Lines[1].Active);
        Assert.Null(contract.Lines[2].Active);
        Assert.Equal(Drafts.Year, contract.Validity);
    }

    [Theory]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void A_contract_ends_on_a_day_on_which_it_would_have_held(string day, bool allowed)
    {
        var contract = Drafts.In(ContractState.Signed);
        void Terminate() => contract.Terminate(Drafts.Addendum(DateOnly.ParseExact(day, "O", null)), TerminationParty.Agreement);

        if (allowed)
            Terminate();
        else
            Assert.Equal(("END_DATE_OUTSIDE_CONTRACT", "end_date"), Failure(Terminate));
    }

    private static (string, string?) Failure(Action call)
    {
        var refused = Assert.Throws<DomainException>(call);
        return (refused.Rule.Code, refused.Field);
    }
}
