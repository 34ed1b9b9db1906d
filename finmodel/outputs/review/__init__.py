"""The reviewer's pack: what a second opinion, a verification or a listing of a green instrument needs to see."""
