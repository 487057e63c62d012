using Regio.Procurement.Purchasing;
using Regio.ServiceDefaults.Errors;

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
            request.Decide(grant, "past niet", Now);
            Assert.Equal((grant ? PurchaseRequestState.Granted : PurchaseRequestState.Refused, version + 1), (request.State, request.Version));
            return;
        }

        Assert.Equal("PURCHASE_REQUEST_DECIDED", Assert.Throws<DomainException>(() => request.Decide(grant, "past niet", Now)).Rule.Code);
        Assert.Equal((state, version), (request.State.ToString(), request.Version));
    }

    [Fact]
    public void A_refusal_needs_a_reason_and_a_grant_does_not()
    {
        Assert.Equal("REASON_MISSING", Assert.Throws<DomainException>(() => In(PurchaseRequestState.Open).Decide(grant: false, " ", Now)).Rule.Code);
        In(PurchaseRequestState.Open).Decide(grant: true, "", Now);
    }

    private static PurchaseRequest In(PurchaseRequestState state)
    {
        var request = PurchaseRequest.Record(Guid.CreateVersion7(), "GM0106", "secure-care", Now);
        if (state != PurchaseRequestState.Open)
            request.Decide(state == PurchaseRequestState.Granted, "besloten", Now);
        Assert.Equal(state, request.State);
        return request;
    }
}
