using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.Procurement.Purchasing;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tests.Purchasing;

public sealed class PurchaseRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, bool> Matrix()
    {
        var rows = new TheoryData<string, bool>();
        foreach (var state in Enum.GetNames<PurchaseRequestState>())
        {
            rows.Add(state, true);
            rows.Add(state, false);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Only_an_open_request_is_decided(string state, bool grant)
    {
        var request = In(Enum.Parse<PurchaseRequestState>(state));
        var version = request.Version;

        if (request.State == PurchaseRequestState.Open)
        {
            request.Decide(grant, "past niet", purchased: null, Now);
            Assert.Equal((grant ? PurchaseRequestState.Granted : PurchaseRequestState.Refused, version + 1), (request.State, request.Version));
            return;
        }

        Assert.Equal("PURCHASE_REQUEST_DECIDED", Assert.Throws<DomainException>(() => request.Decide(grant, "past niet", purchased: null, Now)).Rule.Code);
        Assert.Equal((state, version), (request.State.ToString(), request.Version));
    }

    [Fact]
    public void A_refusal_needs_a_reason_and_a_grant_does_not()
    {
        Assert.Equal("REASON_MISSING", Assert.Throws<DomainException>(() => In(PurchaseRequestState.Open).Decide(grant: false, " ", purchased: null, Now)).Rule.Code);
        In(PurchaseRequestState.Open).Decide(grant: true, "", purchased: null, Now);
    }

    [Theory]
    [InlineData("secure-care", "GM0106", 2026, true)]
    [InlineData("secure-care", "NMD", 2026, true)]
    [InlineData("secure-care", "ZD", 2026, false)]
    [InlineData("secure-care", "NMD", 2025, false)]
    [InlineData("foster-care", "NMD", 2026, false)]
    public void A_line_serves_a_request_for_its_product_its_municipality_and_its_days(string product, string buyer, int year, bool serves)
    {
        var request = In(PurchaseRequestState.Open);
        var purchased = Purchased(product, buyer, year);

        if (serves)
        {
            request.Decide(grant: true, "", purchased, Now);
            Assert.Equal(purchased.Line.Id, request.ContractLineId);
            return;
        }

        var refused = Assert.Throws<DomainException>(() => request.Decide(grant: true, "", purchased, Now));
        Assert.Equal(("LINE_DOES_NOT_SERVE", "contract_line_id"), (refused.Rule.Code, refused.Field));
        Assert.Equal((PurchaseRequestState.Open, null), (request.State, request.ContractLineId));
    }

    [Fact]
    public void A_line_that_nobody_signed_serves_no_request_and_a_refusal_names_none()
    {
        var drafted = Purchased("secure-care", "GM0106", 2026, signed: false);

        Assert.Equal("LINE_DOES_NOT_SERVE", Assert.Throws<DomainException>(() => In(PurchaseRequestState.Open).Decide(grant: true, "", drafted, Now)).Rule.Code);
        Assert.Equal(
            "REFUSAL_NAMES_LINE",
            Assert.Throws<DomainException>(() => In(PurchaseRequestState.Open).Decide(grant: false, "te duur", Purchased("secure-care", "GM0106", 2026), Now)).Rule.Code);
    }

    private static PurchasedLine Purchased(string product, string buyer, int year, bool signed = true)
    {
        var line = new ContractLine
        {
            Id = Guid.CreateVersion7(),
            Position = 0,
            ProductId = product,
            BuyerId = buyer,
            Scale = Scale.Local,
            Unit = TariffUnit.Day,
            TariffCents = 450_00,
            Lot = "",
            Location = "",
            Validity = new Validity(new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1)),
            ScaleException = null,
            ExceptionGround = "",
        };
        if (signed)
            line.Activate();
        return new PurchasedLine(line, ["NMD", "JHRD", "GM0106"], new DateOnly(2026, 1, 15));
    }

    private static PurchaseRequest In(PurchaseRequestState state)
    {
        var request = PurchaseRequest.Record(Guid.CreateVersion7(), "GM0106", "secure-care", Now);
        if (state != PurchaseRequestState.Open)
            request.Decide(state == PurchaseRequestState.Granted, "besloten", purchased: null, Now);
        Assert.Equal(state, request.State);
        return request;
    }
}
